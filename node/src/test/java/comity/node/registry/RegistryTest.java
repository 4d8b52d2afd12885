package comity.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.directory.Book;
import comity.directory.Directory;
import comity.directory.keys.RegistryKey;
import comity.directory.list.ListKeeper;
import comity.directory.list.ListSync;
import comity.kernel.Utf8;
import comity.ledger.journal.Journal;
import comity.ledger.note.LogKey;
import comity.node.settings.BadSettings;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A registry with its folders behind a real web server, and a node that pulls from it.
class RegistryTest {
    private static final String LINES = "{\"state\": \"XA\", \"since\": \"2026-10-25\"},\n".repeat(200);

    private final HandClock clock = HandClock.at("2027-03-13T01:14:00Z");
    private final RegistryKey key = RegistryKey.generate();
    private final TestDatabase ours = TestDatabase.with("ledger", "directory");
    private final TestDatabase theirs = TestDatabase.with("directory");
    private final Tomcat server = new Tomcat();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Directory pulled = new Directory();
    private Registry registry;
    private ListSync sync;
    private URI web;

    @TempDir
    private Path home;

    @BeforeEach
    void open() throws Exception {
        Journal journal = new Journal(ours.transactions(), LogKey.generate("ledger.example/registry"), clock);
        registry = new Registry(
                new ListKeeper(new Directory(), ours.transactions(), key, Duration.ofDays(30), Optional.empty(), clock),
                journal,
                ours.transactions(),
                home.resolve("entries"),
                clock);
        Files.createDirectories(home.resolve("books/law"));
        registry.publishWhatChanged();
        serve(new ListAddress(registry, journal::latest));
        web = URI.create("http://127.0.0.1:" + server.getConnector().getLocalPort());
        sync = new ListSync(
                pulled, theirs.transactions(), key, ListSync.Settings.of(web.resolve("/directory/list")), clock);
    }

    private void serve(ListAddress address) throws LifecycleException {
        server.setBaseDir(home.resolve("tomcat").toString());
        server.setPort(0);
        Context context = server.addContext("", home.toString());
        Tomcat.addServlet(context, "nothing", new org.apache.catalina.servlets.DefaultServlet());
        context.addServletMappingDecoded("/", "nothing");
        FilterDef filter = new FilterDef();
        filter.setFilterName("list");
        filter.setFilter(address);
        context.addFilterDef(filter);
        FilterMap everything = new FilterMap();
        everything.setFilterName("list");
        everything.addURLPattern("/*");
        context.addFilterMap(everything);
        server.start();
    }

    @AfterEach
    void close() throws Exception {
        sync.close();
        http.close();
        server.stop();
        server.destroy();
        ours.close();
        theirs.close();
    }

    private void lay(String file, String text) throws IOException {
        Files.writeString(home.resolve("books").resolve(file), text);
        registry.publishWhatChanged();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(web.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Nested
    class A_file_in_the_folder_of_books {
        @Test
        void is_a_book_in_the_next_edition_and_in_force_at_the_node() throws Exception {
            sync.refresh();
            lay("treaties.json", LINES);
            lay("law/XA.json", "[]");
            assertThat(sync.refresh()).isInstanceOf(ListSync.Outcome.Taken.class);
            assertThat(pulled.books()).extracting(Book::name).containsExactly("law/XA", "treaties");
            assertThat(pulled.book("treaties").map(Book::bytes).map(Utf8::text)).contains(LINES);
            assertThat(ours.reader().number("select count(*) from ledger.leaf")).isEqualTo(3);
        }

        @Test
        void that_did_not_change_makes_no_edition() throws Exception {
            lay("treaties.json", LINES);
            long number = registry.latest().orElseThrow().version().number();
            registry.publishWhatChanged();
            assertThat(registry.latest().orElseThrow().version().number()).isEqualTo(number);
        }

        @Test
        void that_is_taken_away_leaves_the_list() throws Exception {
            lay("treaties.json", LINES);
            sync.refresh();
            Files.delete(home.resolve("books/treaties.json"));
            registry.publishWhatChanged();
            sync.refresh();
            assertThat(pulled.books()).isEmpty();
        }

        @Test
        void with_a_name_that_is_none_is_refused_and_the_list_stays() throws Exception {
            assertThatThrownBy(() -> lay("Treaties of 2027.json", "{}"))
                    .isInstanceOf(BadSettings.class)
                    .hasMessageContaining("Treaties of 2027");
            assertThat(registry.latest().orElseThrow().books()).isEmpty();
        }
    }

    @Nested
    class The_address {
        @Test
        void gives_a_patch_to_who_has_a_former_edition_and_the_node_reads_it() throws Exception {
            lay("treaties.json", LINES);
            sync.refresh();
            Book former = pulled.book("treaties").orElseThrow();
            lay("treaties.json", LINES + "{\"state\": \"XB\"}\n");
            String digest = registry.latest().orElseThrow().books().getFirst().digest();
            HttpResponse<byte[]> patch = get("/directory/books/" + digest + "?from=" + former.digest());
            assertThat(patch.headers().firstValue("Content-Type")).contains("application/vnd.comity.line-patch");
            assertThat(patch.body()).hasSizeLessThan(250);
            sync.refresh();
            assertThat(pulled.missing()).isEmpty();
            assertThat(pulled.book("treaties").map(Book::digest)).contains(digest);
        }

        @Test
        void gives_the_whole_to_who_names_what_is_not_known() throws Exception {
            lay("treaties.json", LINES);
            String digest = registry.latest().orElseThrow().books().getFirst().digest();
            assertThat(get("/directory/books/" + digest + "?from=" + "0".repeat(64))
                            .body())
                    .isEqualTo(Utf8.bytes(LINES));
            assertThat(get("/directory/list?from=99").body())
                    .isEqualTo(registry.latest().orElseThrow().bytes());
            assertThat(get("/directory/list?from=nonsense").body())
                    .isEqualTo(registry.latest().orElseThrow().bytes());
        }

        @Test
        void packs_for_those_who_ask_and_gives_nothing_to_those_who_have_it() throws Exception {
            lay("treaties.json", LINES);
            String book = "/directory/books/"
                    + registry.latest().orElseThrow().books().getFirst().digest();
            HttpResponse<byte[]> packed = get(book, "Accept-Encoding", "gzip");
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(packed.body()).hasSizeLessThan(1000);
            String tag = packed.headers().firstValue("ETag").orElseThrow();
            assertThat(get(book, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }

        @Test
        void knows_no_book_that_was_never_published() throws Exception {
            assertThat(get("/directory/books/" + "0".repeat(64)).statusCode()).isEqualTo(404);
            assertThat(get("/directory/books/..%2fentries").statusCode()).isIn(400, 404);
        }
    }
}
