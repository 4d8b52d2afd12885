package comity.directory.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comity.directory.Book;
import comity.directory.Directory;
import comity.directory.keys.RegistryKey;
import comity.kernel.Utf8;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A node and a registry that serves what each test lays out.
class BooksTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private final HandClock clock = HandClock.at("2027-03-13T01:14:00Z");
    private final RegistryKey key = RegistryKey.generate();
    private final TestDatabase database = TestDatabase.with("directory");
    private final Directory directory = new Directory();
    private final Map<String, byte[]> served = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean packs;
    private HttpServer server;
    private ListSync sync;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", this::answer);
        server.start();
        sync = newSync(directory);
    }

    @AfterEach
    void close() {
        sync.close();
        server.stop(0);
        database.close();
    }

    private ListSync newSync(Directory target) {
        URI list = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/directory/list");
        return new ListSync(
                target, database.transactions(), RegistryKey.parse(key.publicJwk()), ListSync.Settings.of(list), clock);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String address = exchange.getRequestURI().toString();
            asked.add(address);
            byte[] body = served.getOrDefault(
                    address, served.get(exchange.getRequestURI().getPath()));
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (served.containsKey(address) && address.contains("?")) {
                exchange.getResponseHeaders().set("Content-Type", LinePatch.MEDIA_TYPE);
            }
            if (packs) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                body = gzip(body);
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(body);
        }
        return packed.toByteArray();
    }

    private static Book book(String name, String text) {
        return Book.of(name, Utf8.bytes(text));
    }

    private byte[] publish(long number, Book... books) {
        byte[] list = edition(number, books);
        served.put("/directory/list", list);
        return list;
    }

    private byte[] edition(long number, Book... books) {
        return DirectoryList.sign(
                        number,
                        clock.instant(),
                        MONTH,
                        Optional.empty(),
                        List.of(books).stream().map(Book::listing).toList(),
                        List.of(Entries.full("XA")),
                        key)
                .bytes();
    }

    private static String address(Book book) {
        return "/directory/books/" + book.digest();
    }

    private void lay(Book... books) {
        for (Book book : books) {
            served.put(address(book), book.bytes());
        }
    }

    private Optional<String> inForce(String name) {
        return directory.book(name).map(Book::bytes).map(Utf8::text);
    }

    @Nested
    class A_book {
        private final Book first = book("treaties", "{\"participants\": 38}");
        private final Book second = book("treaties", "{\"participants\": 39}");

        @Test
        void is_in_force_with_the_list_that_names_it() {
            lay(first);
            publish(1, first);
            List<List<Book>> told = new ArrayList<>();
            directory.whenBooks(told::add);
            assertThat(sync.refresh()).isInstanceOf(ListSync.Outcome.Taken.class);
            assertThat(inForce("treaties")).contains("{\"participants\": 38}");
            assertThat(directory.missing()).isEmpty();
            assertThat(told).containsExactly(List.of(), List.of(first));
        }

        @Test
        void may_come_packed() {
            packs = true;
            lay(first);
            publish(1, first);
            sync.refresh();
            assertThat(directory.books()).containsExactly(first);
        }

        @Test
        void that_packs_more_than_a_book_may_hold_is_not_unpacked_to_its_end() {
            packs = true;
            served.put(address(first), new byte[Book.LARGEST + 1]);
            publish(1, first);
            sync.refresh();
            assertThat(directory.missing()).containsExactly(first.listing());
        }

        @Test
        void that_did_not_change_is_not_fetched_again_and_nobody_is_told() {
            lay(first);
            publish(1, first);
            sync.refresh();
            List<List<Book>> told = new ArrayList<>();
            directory.whenBooks(told::add);
            publish(2, first);
            asked.clear();
            sync.refresh();
            assertThat(asked).allMatch(address -> !address.contains("books"));
            assertThat(told).hasSize(1);
        }

        @Test
        void that_cannot_be_had_leaves_the_former_in_force_and_is_asked_for_again() {
            lay(first);
            publish(1, first);
            sync.refresh();
            publish(2, second);
            assertThat(sync.refresh()).isInstanceOf(ListSync.Outcome.Taken.class);
            assertThat(directory.version().number()).isEqualTo(2);
            assertThat(directory.books()).containsExactly(first);
            assertThat(directory.missing()).containsExactly(second.listing());
            lay(second);
            sync.refresh();
            assertThat(directory.books()).containsExactly(second);
            assertThat(directory.missing()).isEmpty();
        }

        @Test
        void with_other_bytes_than_the_list_says_is_not_taken() {
            served.put(address(first), Utf8.bytes("{\"participants\": 99}"));
            publish(1, first);
            sync.refresh();
            assertThat(directory.books()).isEmpty();
            assertThat(directory.missing()).containsExactly(first.listing());
            assertThat(database.reader().number("select count(*) from directory.book"))
                    .isZero();
        }

        @Test
        void that_the_next_list_leaves_out_is_in_force_no_longer_but_kept() {
            lay(first);
            publish(1, first);
            sync.refresh();
            publish(2);
            sync.refresh();
            assertThat(directory.books()).isEmpty();
            assertThat(database.reader().number("select count(*) from directory.book"))
                    .isEqualTo(1);
        }

        @Test
        void survives_a_restart_with_the_registry_away_and_so_does_the_former_of_a_missing_one() {
            Book law = book("law/XA", "[]");
            lay(first, law);
            publish(1, first, law);
            sync.refresh();
            publish(2, second, law);
            sync.refresh();
            server.stop(0);
            Directory later = new Directory();
            try (ListSync restarted = newSync(later)) {
                restarted.open();
                assertThat(later.books()).containsExactly(law, first);
                assertThat(later.missing()).containsExactly(second.listing());
            }
        }

        @Test
        void does_not_keep_the_next_one_out_when_it_is_missing() {
            Book law = book("law/XA", "[]");
            lay(law);
            publish(1, first, law);
            sync.refresh();
            assertThat(directory.books()).containsExactly(law);
        }
    }

    @Nested
    class A_patch {
        private final Book first = book("treaties", "one\n" + "a long line that stays as it is\n".repeat(40));
        private final Book second = book("treaties", "two\n" + "a long line that stays as it is\n".repeat(40));

        private void assertTaken() {
            assertThat(sync.refresh()).isInstanceOf(ListSync.Outcome.Taken.class);
            assertThat(directory.version().number()).isEqualTo(2);
            assertThat(directory.books()).containsExactly(second);
        }

        private byte[] twoEditions() {
            lay(first);
            byte[] former = publish(1, first);
            sync.refresh();
            asked.clear();
            lay(second);
            served.put("/directory/list?from=1", LinePatch.ofList(former, publish(2, second)));
            served.put(address(second) + "?from=" + first.digest(), LinePatch.ofBook(first.bytes(), second.bytes()));
            return former;
        }

        @Test
        void is_all_that_is_fetched() {
            twoEditions();
            served.remove("/directory/list");
            served.remove(address(second));
            assertTaken();
            assertThat(asked).hasSize(2);
        }

        @Test
        void that_lies_is_passed_over_for_the_whole() {
            byte[] former = twoEditions();
            byte[] other = edition(2, book("treaties", "another"));
            String text = Utf8.text(LinePatch.ofList(former, other));
            served.put(
                    "/directory/list?from=1",
                    Utf8.bytes(text.replace("another".length() + "}", "9}").replace("\"length\":7", "\"length\":9")));
            served.put(address(second) + "?from=" + first.digest(), LinePatch.ofBook(first.bytes(), Utf8.bytes("x")));
            assertTaken();
            assertThat(asked).contains("/directory/list", address(second));
        }

        @Test
        void that_is_none_is_passed_over_for_the_whole() {
            twoEditions();
            served.put("/directory/list?from=1", Utf8.bytes("good evening"));
            served.put(address(second) + "?from=" + first.digest(), Utf8.bytes("good evening"));
            assertTaken();
        }

        @Test
        void to_another_edition_of_the_same_number_is_found_two_faced() {
            lay(first);
            byte[] former = publish(1, first);
            sync.refresh();
            clock.advance(Duration.ofMinutes(1));
            served.put("/directory/list?from=1", LinePatch.ofList(former, edition(1, first)));
            assertThat(sync.refresh())
                    .isInstanceOfSatisfying(
                            ListSync.Outcome.NotTaken.class,
                            not -> assertThat(not.code()).isEqualTo("list-two-faced"));
        }

        @Test
        void to_an_earlier_edition_does_not_go_back() {
            lay(first);
            byte[] former = publish(3, first);
            sync.refresh();
            served.put("/directory/list?from=3", LinePatch.ofList(former, edition(2, first)));
            assertThat(sync.refresh())
                    .isInstanceOfSatisfying(
                            ListSync.Outcome.NotTaken.class,
                            not -> assertThat(not.code()).isEqualTo("list-went-back"));
        }
    }
}
