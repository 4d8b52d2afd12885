package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import comity.directory.Entry;
import comity.directory.Revocation;
import comity.directory.keys.KeyFolder;
import comity.directory.list.EntryJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A State's stolen key, from the entry at the registry to the door of its peers, on running nodes: what comes under it
/// is refused by name and kept for inspection, and what came before stays.
class RevocationTest {
    private static RunningDemo demo;

    @BeforeAll
    static void open() {
        demo = RunningDemo.empty();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @Test
    void strikes_what_comes_under_a_stolen_seal_and_leaves_what_came_before() throws IOException {
        NodeDatabase belmora = NodeDatabase.of(demo, "XB");
        try (ForeignPeer thief = ForeignPeer.writingTo(demo, "XB")) {
            byte[] before = letter(thief);
            ForeignPeer.Answer taken = thief.send(before);
            assertThat(taken.status()).isEqualTo(200);

            KeyFolder keys = new KeyFolder(data().resolve("XC").resolve("keys"));
            publish("XC", Revocation.ofKey(keys.seal().certificate(), Instant.now()));
            takeTheList();

            ForeignPeer.Answer refused = thief.send(letter(thief));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("certificate-revoked");
            assertThat(belmora.number("select count(*) from federation.quarantine "
                            + "where code = 'certificate-revoked' and peer = 'XC'"))
                    .isEqualTo(1);
            assertThat(belmora.number("select count(*) from federation.letter_in where peer = 'XC'"))
                    .isEqualTo(1);
        }
    }

    /// Arvenia's own node, which does not know yet, writes on under its old seal.
    @Test
    void keeps_a_running_neighbours_letters_out() throws IOException {
        KeyFolder keys = new KeyFolder(data().resolve("XA").resolve("keys"));
        publish("XA", Revocation.ofKey(keys.seal().certificate(), Instant.now()));
        takeTheList();
        ApiCalls arvenia = ApiCalls.as(demo.node("XA"), "duty-officer");
        ApiCalls belmora = ApiCalls.as(demo.node("XB"), "duty-officer");
        String reference = arvenia.sendExample("XB", Examples.ward9());
        ApiCalls.await(
                "that it is refused and kept",
                () -> NodeDatabase.of(demo, "XB")
                                .number("select count(*) from federation.quarantine "
                                        + "where code = 'certificate-revoked' and peer = 'XA'")
                        > 0);
        assertThat(belmora.statusOf("/api/v1/requests/" + reference)).isEqualTo(404);
        assertThat(arvenia.state(reference)).isEqualTo("sent");
    }

    private static byte[] letter(ForeignPeer peer) {
        return peer.written("XC." + UUID.randomUUID(), 1, Instant.now().truncatedTo(ChronoUnit.MICROS))
                .sealed();
    }

    /// What the secretariat does: the entry with one more item, laid into the registry's folder.
    private static void publish(String state, Revocation revocation) throws IOException {
        Path file = data().resolve("world").resolve(state + ".json");
        Entry entry = EntryJson.parse(Files.readAllBytes(file));
        Path part = file.resolveSibling(state + ".part");
        Files.writeString(
                part, EntryJson.format(entry.withNode(entry.node().orElseThrow().revoking(List.of(revocation)))));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// A node asks the registry every five minutes; one that has just started, at once.
    private static void takeTheList() {
        long edition = editionAt("XB") + 1;
        ApiCalls.await("that the registry publishes the edition", () -> editionAt("registry") >= edition);
        demo.kill("XB");
        demo.awaitAnswering("XB");
        ApiCalls.await("that Belmora has taken it", () -> editionAt("XB") >= edition);
        // It is in force the moment after it is kept.
        ApiCalls.pause();
    }

    private static long editionAt(String state) {
        return NodeDatabase.of(demo, state).number("select max(number) from directory.list");
    }

    private static Path data() {
        return demo.folder().resolve("data");
    }
}
