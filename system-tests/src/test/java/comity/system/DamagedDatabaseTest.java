package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A full disk, and a database that is killed, under a running node: people are told, the other State's letters wait,
/// and nothing is lost or doubled.
class DamagedDatabaseTest {
    private RunningDemo demo;
    private ApiCalls arvenia;
    private ApiCalls belmora;

    @BeforeEach
    void people() {
        demo = SharedDemo.get();
        arvenia = ApiCalls.as(demo.node("XA"), "duty-officer");
        belmora = ApiCalls.as(demo.node("XB"), "duty-officer");
    }

    /// The database says what it says when it cannot extend a file. First the area's own write fails, inside the
    /// handler of the letter, then the ledger's.
    @Test
    void a_full_disk_at_the_other_house_makes_letters_wait_and_rejects_none() {
        for (String table : List.of("requests.preservation", "ledger.leaf")) {
            String reference;
            try (FullDisk _ = new FullDisk("XB", table)) {
                reference = arvenia.sendExample("XB", Examples.ward9());
                ApiCalls.await("that Belmora has refused it for now", () -> turnedAway() > 0);
            }
            requireArrivedOnce(reference);
        }
    }

    @Test
    void a_full_disk_at_home_is_told_and_nothing_is_half_sent() {
        ApiCalls.Draft draft = arvenia.draft("XB", Examples.ward9());
        try (FullDisk _ = new FullDisk("XA", "ledger.leaf")) {
            HttpResponse<String> answer = arvenia.send(draft);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("database-unavailable");
            assertThat(arvenia.state(draft.reference())).isEqualTo("drafted");
        }
        assertThat(arvenia.trySend(draft)).isTrue();
        requireArrivedOnce(draft.reference());
    }

    /// The files of the ledger are made from its rows: while they cannot be written the work goes on, and then they
    /// catch up.
    @Test
    void a_disk_that_takes_no_file_of_the_ledger_stops_nobody() throws IOException {
        Path ledger = demo.folder().resolve("data/XA/ledger");
        Path tiles = ledger.resolve("tile");
        ApiCalls.await("that the first files are there", () -> Files.isDirectory(tiles));
        Path aside = ledger.resolve("tile-aside");
        Files.move(tiles, aside);
        Files.writeString(tiles, "a file where the folder should be");
        try {
            String reference = arvenia.sendExample("XB", Examples.ward9());
            requireArrivedOnce(reference);
            ApiCalls.await(
                    "that the node says so", () -> demo.node("XA").logText().contains("could not be published"));
        } finally {
            Files.delete(tiles);
            Files.move(aside, tiles);
        }
        long size = NodeDatabase.of(demo, "XA").number("select size from ledger.head");
        ApiCalls.await("that the files catch up", () -> shownSize(ledger) >= size);
    }

    /// A database that may start at once is back before anybody can ask, so this one may not for a while.
    @Test
    void a_database_that_is_killed_comes_back_and_the_node_goes_on() throws IOException {
        String before = arvenia.sendExample("XB", Examples.ward9());
        NodeDatabase database = NodeDatabase.of(demo, "XB");
        Path settings = database.settings();
        String good = Files.readString(settings);
        String meanwhile;
        Files.writeString(settings, good + "no_such_setting = on\n");
        try {
            database.server().destroyForcibly();
            ApiCalls.await(
                    "that the node says it is not ready",
                    () -> !ApiCalls.answers(demo.node("XB").web().resolve("/readyz")));
            meanwhile = arvenia.sendExample("XB", Examples.ward9());
        } finally {
            Files.writeString(settings, good);
        }
        demo.awaitAnswering("XB");
        requireArrivedOnce(before);
        requireArrivedOnce(meanwhile);
    }

    private long turnedAway() {
        return NodeDatabase.of(demo, "XA")
                .number("select count(*) from federation.waiting where last_problem = 'unavailable'");
    }

    private void requireArrivedOnce(String reference) {
        belmora.awaitAct(reference, "acknowledge");
        arvenia.awaitReceipts(reference);
        assertThat(arvenia.letters(reference))
                .isEqualTo(belmora.letters(reference))
                .hasSize(1);
        assertThat(arvenia.placesGivenInReceipts(reference)).isEqualTo(belmora.placesOfWhatCame(reference));
        assertThat(belmora.references()).doesNotHaveDuplicates();
    }

    private static long shownSize(Path ledger) {
        try {
            return Long.parseLong(
                    Files.readAllLines(ledger.resolve("checkpoint")).get(1));
        } catch (IOException e) {
            return -1;
        }
    }

    /// A table on a disk that is full, until it is freed.
    private final class FullDisk implements AutoCloseable {
        private final NodeDatabase database;
        private final String table;

        FullDisk(String state, String table) {
            this.database = NodeDatabase.of(demo, state);
            this.table = table;
            database.run("""
                create or replace function public.disk_is_full() returns trigger language plpgsql as $$
                begin
                    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                end
                $$\
                """);
            database.run("create trigger disk_is_full before insert on " + table
                    + " for each statement execute function public.disk_is_full()");
        }

        @Override
        public void close() {
            database.run("drop trigger disk_is_full on " + table);
        }
    }
}
