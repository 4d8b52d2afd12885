package comity.directory.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.keys.RegistryKey;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListSyncTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private final HandClock clock = HandClock.at("2027-03-13T01:14:00Z");
    private final RegistryKey key = RegistryKey.generate();
    private final RegistryKey pinned = RegistryKey.parse(key.publicJwk());
    private final TestDatabase database = TestDatabase.with("directory");
    private final Directory directory = new Directory();
    private ListSync sync;

    @BeforeEach
    void open() {
        sync = newSync(directory, URI.create("http://127.0.0.1:1/list"));
    }

    @AfterEach
    void close() {
        sync.close();
        database.close();
    }

    private ListSync newSync(Directory target, URI list) {
        return new ListSync(target, database.transactions(), pinned, ListSync.Settings.of(list), clock);
    }

    private byte[] edition(long number, String... states) {
        return edition(number, key, states);
    }

    private byte[] edition(long number, RegistryKey signer, String... states) {
        List<Entry> entries = List.of(states).stream().map(Entries::full).toList();
        return DirectoryList.sign(number, clock.instant(), MONTH, entries, signer)
                .bytes();
    }

    private void assertNotTaken(String code, ListSync.Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ListSync.Outcome.NotTaken.class,
                        not -> assertThat(not.code()).isEqualTo(code));
    }

    @Nested
    class A_list {
        @Test
        void is_taken_when_its_number_goes_up() {
            assertThat(sync.offer(edition(1, "XA"))).isInstanceOf(ListSync.Outcome.Taken.class);
            assertThat(sync.offer(edition(4, "XA", "XB"))).isInstanceOf(ListSync.Outcome.Taken.class);
            assertThat(directory.version().number()).isEqualTo(4);
            assertThat(directory.find(new StateCode("XB"))).contains(Entries.full("XB"));
        }

        @Test
        void is_nothing_new_when_it_comes_again() {
            byte[] list = edition(1, "XA");
            sync.offer(list);
            assertThat(sync.offer(list)).isInstanceOf(ListSync.Outcome.Unchanged.class);
        }

        @Test
        void with_a_lower_number_is_not_taken() {
            sync.offer(edition(2, "XA"));
            assertNotTaken("list-went-back", sync.offer(edition(1, "XA", "XB")));
            assertThat(directory.version().number()).isEqualTo(2);
            assertThat(directory.all()).hasSize(1);
        }

        @Test
        void with_the_same_number_and_other_bytes_is_not_taken() {
            sync.offer(edition(2, "XA"));
            assertNotTaken("list-two-faced", sync.offer(edition(2, "XA", "XB")));
            assertThat(directory.all()).hasSize(1);
        }

        @Test
        void by_another_key_is_not_taken() {
            assertNotTaken("list-forged", sync.offer(edition(1, RegistryKey.generate(), "XA")));
        }

        @Test
        void that_was_changed_is_not_taken() {
            String[] parts = Utf8.text(edition(1, "XA")).split("\\.");
            String[] others = Utf8.text(edition(1, "XB")).split("\\.");
            assertNotTaken("list-forged", sync.offer(Utf8.bytes(parts[0] + "." + others[1] + "." + parts[2])));
        }

        @Test
        void that_is_none_is_malformed() {
            assertNotTaken("list-malformed", sync.offer(Utf8.bytes("good evening")));
        }

        @Test
        void survives_a_restart() {
            sync.offer(edition(3, "XA"));
            Directory later = new Directory();
            try (ListSync restarted = newSync(later, URI.create("http://127.0.0.1:1/list"))) {
                restarted.open();
                assertThat(later.version().number()).isEqualTo(3);
                assertThat(later.find(new StateCode("XA"))).isPresent();
            }
        }
    }

    @Nested
    class The_registry {
        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger whole = new AtomicInteger();
        private volatile byte[] served = {};
        private HttpServer server;

        @BeforeEach
        void serve() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.createContext("/list", this::answer);
            server.start();
            sync.close();
            sync = newSync(
                    directory,
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/list"));
        }

        @AfterEach
        void stop() {
            server.stop(0);
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                calls.incrementAndGet();
                String tag = "\"" + served.length + "\"";
                exchange.getResponseHeaders().set("ETag", tag);
                if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                    return;
                }
                whole.incrementAndGet();
                exchange.sendResponseHeaders(200, served.length);
                exchange.getResponseBody().write(served);
            }
        }

        @Test
        void is_asked_and_the_list_is_fetched_once() {
            served = edition(1, "XA");
            assertThat(sync.refresh()).isInstanceOf(ListSync.Outcome.Taken.class);
            assertThat(sync.refresh()).isInstanceOf(ListSync.Outcome.Unchanged.class);
            assertThat(calls).hasValue(2);
            assertThat(whole).hasValue(1);
        }

        @Test
        void that_serves_a_false_list_is_reported_and_asked_again_in_full() {
            served = edition(1, RegistryKey.generate(), "XA");
            assertNotTaken("list-forged", sync.refresh());
            assertNotTaken("list-forged", sync.refresh());
            assertThat(sync.last()).isInstanceOf(ListSync.Outcome.NotTaken.class);
            assertThat(whole).hasValue(2);
        }

        @Test
        void that_goes_on_to_lie_is_logged_at_first_and_when_the_lie_changes() {
            List<String> logged = new ArrayList<>();
            Handler listening = new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    logged.add(entry.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
            Logger log = Logger.getLogger(ListSync.class.getName());
            log.addHandler(listening);
            try {
                served = edition(1, RegistryKey.generate(), "XA");
                sync.refresh();
                sync.refresh();
                served = Utf8.bytes("good evening");
                sync.refresh();
                sync.refresh();
                served = edition(1, "XA");
                sync.refresh();
                served = Utf8.bytes("good evening");
                sync.refresh();
            } finally {
                log.removeHandler(listening);
            }
            assertThat(logged.stream().filter(entry -> entry.contains("list-forged")))
                    .hasSize(1);
            assertThat(logged.stream().filter(entry -> entry.contains("list-malformed")))
                    .hasSize(2);
        }

        @Test
        void that_serves_more_than_a_list_may_have_is_not_read_to_its_end() {
            served = new byte[DirectoryList.LARGEST + 1];
            assertNotTaken("list-too-large", sync.refresh());
        }

        @Test
        void that_is_away_leaves_the_old_list_in_force() {
            served = edition(1, "XA");
            sync.refresh();
            server.stop(0);
            assertThat(sync.refresh()).isInstanceOf(ListSync.Outcome.Unreachable.class);
            assertThat(directory.version().number()).isEqualTo(1);
        }
    }

    @Nested
    class The_keeper_of_the_list {
        @Test
        void numbers_editions_and_keeps_every_one() throws Exception {
            Directory own = new Directory();
            ListKeeper keeper = new ListKeeper(own, database.transactions(), key, MONTH, Optional.empty(), clock);
            keeper.publish(List.of(Entries.full("XB"), Entries.full("XA")), List.of());
            DirectoryList second = keeper.publish(List.of(Entries.full("XA")), List.of());
            assertThat(second.version().number()).isEqualTo(2);
            assertThat(own.version()).isEqualTo(second.version());
            assertThat(database.reader().number("select count(*) from directory.list"))
                    .isEqualTo(2);
            assertThat(DirectoryList.verify(keeper.latest().orElseThrow().bytes(), pinned)
                            .entries())
                    .containsExactly(Entries.full("XA"));
        }

        @Test
        void finds_its_last_edition_after_a_restart() {
            new ListKeeper(new Directory(), database.transactions(), key, MONTH, Optional.empty(), clock)
                    .publish(List.of(Entries.full("XA")), List.of());
            Directory later = new Directory();
            assertThat(new ListKeeper(later, database.transactions(), key, MONTH, Optional.empty(), clock).open())
                    .isPresent();
            assertThat(later.all()).hasSize(1);
        }
    }
}
