package comity.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.Opening;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignatureType;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.proof.ProofFile;
import comity.ledger.tiles.EntrySource;
import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.TilePublisher;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerbsTest {
    private static final LogKey LOG = LogKey.generate("node.xa.example/ledger");
    private static final String KEY = LOG.verifier().text();
    private static final CosignerKey COSIGNER =
            CosignerKey.generate("node.xb.example/cosigner", SignatureType.ML_DSA_44_COSIGNATURE);
    private static final CosignerKey ABSENT =
            CosignerKey.generate("node.xc.example/cosigner", SignatureType.ED25519_COSIGNATURE);
    private static final Instant SIGNED = Instant.parse("2026-01-18T02:00:00Z");

    private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "en"));

    @TempDir
    private Path temporary;

    private record Said(int exit, String out, String err) {}

    private Said says(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(
                new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), environment, arguments);
        return new Said(exit, out.toString(), err.toString());
    }

    private static Opening opening(String history, long index) {
        return new Opening(
                Hash.ofContent(Utf8.bytes("salt " + index)).bytes(), Utf8.bytes(history + " event " + index));
    }

    private static MemoryTree tree(String history, long size) {
        MemoryTree tree = new MemoryTree();
        LongStream.range(0, size).forEach(i -> tree.append(opening(history, i).commitment()));
        return tree;
    }

    private static SignedCheckpoint checkpoint(String history, long size) {
        SignedCheckpoint own =
                LOG.sign(new Checkpoint(LOG.origin(), size, tree(history, size).root()));
        return own.with(List.of(COSIGNER.sign(own, SIGNED)));
    }

    private Path published(String folder, String history, long size) {
        Path where = temporary.resolve(folder);
        MemoryTree tree = tree(history, size);
        EntrySource entries = (from, to) -> LongStream.range(from, to)
                .mapToObj(i -> opening(history, i).commitment().bytes())
                .toList();
        TileFolder tiles = new TileFolder(where);
        long shown = tiles.checkpoint()
                .map(note ->
                        SignedCheckpoint.open(note, LOG.verifier()).checkpoint().size())
                .orElse(0L);
        new TilePublisher(entries, tree).publish(tiles, shown, checkpoint(history, size));
        return where;
    }

    private Path policy(CosignerKey... cosigners) throws IOException {
        StringBuilder text = new StringBuilder("log " + KEY + "\n");
        for (CosignerKey cosigner : cosigners) {
            text.append("witness ")
                    .append(cosigner.name())
                    .append(' ')
                    .append(cosigner.verifier().text())
                    .append('\n');
        }
        text.append("quorum ").append(cosigners[cosigners.length - 1].name()).append('\n');
        return Files.writeString(temporary.resolve("policy"), text);
    }

    @Nested
    class Verifying {
        @Test
        void a_sound_ledger_is_good() {
            Said said = says("ledger", "verify", published("log", "true", 300).toString(), "--key", KEY);

            assertThat(said.exit()).as(said.toString()).isZero();
            assertThat(said.out()).contains("node.xa.example/ledger", "300", "Every file leads to the signed root.");
        }

        @Test
        void over_http_is_the_same() throws IOException {
            Path log = published("log", "true", 300);
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    0,
                    "/",
                    SimpleFileServer.createFileHandler(log.toAbsolutePath()));
            server.start();
            try {
                String where = "http://127.0.0.1:" + server.getAddress().getPort();
                assertThat(says("ledger", "verify", where, "--key", KEY).exit()).isZero();
                Files.delete(log.resolve("tile/0/000"));
                Said spoiled = says("ledger", "verify", where, "--key", KEY, "--json");
                assertThat(spoiled.exit()).isEqualTo(1);
                assertThat(spoiled.out()).contains("\"not-good\"", "tile/0/000", "\"missing\"");
            } finally {
                server.stop(0);
            }
        }

        @Test
        void asks_for_the_cosigners_of_the_policy() throws IOException {
            String log = published("log", "true", 300).toString();

            Said good =
                    says("ledger", "verify", log, "--policy", policy(COSIGNER).toString(), "--utc");
            Said few = says(
                    "ledger",
                    "verify",
                    log,
                    "--policy",
                    policy(COSIGNER, ABSENT).toString());

            assertThat(good.exit()).isZero();
            assertThat(good.out())
                    .contains("node.xb.example/cosigner signed at 2026-01-18 02:00:00Z", "Enough cosigners: 1");
            assertThat(few.exit()).isEqualTo(1);
            assertThat(few.out())
                    .contains("node.xc.example/cosigner does not count: did not sign", "Too few cosigners");
        }

        @Test
        void of_another_key_is_not_good_and_of_nothing_cannot_be_told() throws IOException {
            String log = published("log", "true", 300).toString();
            String other = LogKey.generate(LOG.origin()).verifier().text();
            Path empty = Files.createDirectory(temporary.resolve("empty"));

            assertThat(says("ledger", "verify", log, "--key", other).exit()).isEqualTo(1);
            assertThat(says("ledger", "verify", empty.toString(), "--key", KEY).exit())
                    .isEqualTo(2);
            assertThat(says("ledger", "verify", temporary.resolve("nowhere").toString(), "--key", KEY)
                            .exit())
                    .isEqualTo(2);
            assertThat(says("ledger", "verify", log).err()).contains("--key");
            assertThat(says("ledger", "verify", "http://127.0.0.1:1/ledger", "--key", KEY)
                            .exit())
                    .isEqualTo(2);
        }

        @Test
        void speaks_six_languages() {
            String log = published("log", "true", 3).toString();
            Map<String, String> words = Map.of(
                    "fr", "Registre", "es", "Registro", "ru", "Реестр", "zh-Hans", "账本", "ar", "السجل", "en", "Ledger");
            words.forEach((language, word) -> assertThat(says("ledger", "verify", log, "--key", KEY, "--lang", language)
                            .out())
                    .contains(word));
        }
    }

    @Nested
    class Proving {
        private Path proof(String history, boolean open) throws IOException {
            var inclusion = new Proofs(tree("true", 300)).inclusion(123, 300);
            ProofFile file = ProofFile.open(opening(history, 123), inclusion, checkpoint("true", 300));
            return Files.writeString(
                    temporary.resolve("x.tlog-proof"),
                    open ? file.text() : file.closed().text());
        }

        @Test
        void an_open_file_is_good_and_gives_its_event() throws IOException {
            Path event = temporary.resolve("event");
            Said said = says(
                    "ledger",
                    "prove",
                    proof("true", true).toString(),
                    "--policy",
                    policy(COSIGNER).toString(),
                    "--event-to",
                    event.toString());

            assertThat(said.exit()).as(said.toString()).isZero();
            assertThat(said.out())
                    .contains("The entry is in the ledger.", "Leaf: 123")
                    .doesNotContain("true event");
            assertThat(event).hasContent("true event 123");
        }

        @Test
        void a_closed_file_needs_the_commitment() throws IOException {
            String file = proof("true", false).toString();
            String commitment = opening("true", 123).commitment().hex();

            assertThat(says("ledger", "prove", file, "--key", KEY).exit()).isEqualTo(2);
            assertThat(says("ledger", "prove", file, "--key", KEY, "--commitment", commitment)
                            .exit())
                    .isZero();
            assertThat(says(
                                    "ledger",
                                    "prove",
                                    file,
                                    "--key",
                                    KEY,
                                    "--commitment",
                                    commitment.replace(commitment.charAt(0), '0'))
                            .exit())
                    .isIn(1, 2);
        }

        @Test
        void another_event_or_no_proof_is_not_good() throws IOException {
            Said other = says("ledger", "prove", proof("false", true).toString(), "--key", KEY, "--json");
            Path nonsense = Files.writeString(temporary.resolve("nonsense"), "hello\n");

            assertThat(other.exit()).isEqualTo(1);
            assertThat(other.out()).contains("\"proof-other-entry\"");
            assertThat(says("ledger", "prove", nonsense.toString(), "--key", KEY)
                            .exit())
                    .isEqualTo(1);
        }
    }

    @Nested
    class Following {
        private Said look(Path log) {
            return says(
                    "ledger",
                    "tail",
                    log.toString(),
                    "--key",
                    KEY,
                    "--once",
                    "--seen",
                    temporary.resolve("seen").toString(),
                    "--evidence-to",
                    temporary.resolve("evidence").toString());
        }

        @Test
        void a_ledger_that_grows_is_good_from_look_to_look() {
            assertThat(look(published("log", "true", 10)).out()).contains("First look: 10");
            assertThat(look(published("log", "true", 10)).out()).contains("As before: 10");
            Said grown = look(published("log", "true", 300));
            assertThat(grown.exit()).isZero();
            assertThat(grown.out()).contains("Grew from 10 to 300");
        }

        @Test
        void a_ledger_that_was_rewritten_between_two_looks_is_caught_with_evidence() throws IOException {
            look(published("log", "true", 10));

            Said forked = look(published("rewritten", "false", 300));

            assertThat(forked.exit()).isEqualTo(1);
            assertThat(forked.out()).contains("Two histories", "10");
            assertThat(Files.readString(temporary.resolve("evidence"))).startsWith("comity ledger fork v1\n");
            assertThat(look(published("log", "true", 300)).exit()).isZero();
        }

        @Test
        void a_ledger_that_went_back_is_not_good() {
            look(published("log", "true", 300));

            Said back = look(published("older", "true", 10));

            assertThat(back.exit()).isEqualTo(1);
            assertThat(back.out()).contains("It shows 10 leaves; 300");
        }
    }

    @Nested
    class Comparing {
        @Test
        void tells_one_history_from_two() {
            String old = published("old", "true", 10).toString();
            String grown = published("grown", "true", 300).toString();
            String other = published("other", "false", 300).toString();

            assertThat(says("ledger", "compare", old, grown, "--key", KEY).out())
                    .contains("10", "300");
            assertThat(says("ledger", "compare", old, grown, "--key", KEY).exit())
                    .isZero();
            assertThat(says("ledger", "compare", grown, grown, "--key", KEY).exit())
                    .isZero();
            Said forked = says("ledger", "compare", other, old, "--key", KEY, "--json");
            assertThat(forked.exit()).isEqualTo(1);
            assertThat(forked.out()).contains("\"forked\"", "comity ledger fork v1");
        }
    }

    @Nested
    class Auditing {
        private static final String JSON = "application/json";
        private static final String REQUESTS = """
                {"requests": [{"id": "1", "reference": "XA.PRS.2027.000318-W", "side": "requesting",
                  "requestingState": "XA", "requestedState": "XB", "state": "sent", "urgency": "none",
                  "waitsFor": "them", "updatedAt": "2027-03-13T02:12:00Z", "version": 3}]}""";

        private static String letters(String direction, String peer, long leaf, String commitment, String receipt) {
            return """
                    {"reference": "XA.PRS.2027.000318-W", "letters": [{"id": "letter-1", "direction": "%s",
                      "kind": "preservation.request", "peer": "%s", "at": "2027-03-13T02:12:00Z", "digest": "d",
                      "place": {"index": %d, "commitment": "%s"}%s}]}""".formatted(direction, peer, leaf, commitment, receipt);
        }

        private Said audits(String letters) throws IOException {
            String log = published("log", "true", 300).toString();
            try (FakeNode node = new FakeNode()) {
                node.answers(200, JSON, REQUESTS).answers(200, JSON, letters);
                environment.put("COMITY_NODE", node.address());
                return says("ledger", "audit", log, "--key", KEY, "--token", "secret");
            }
        }

        @Test
        void finds_each_letter_where_the_node_says() throws IOException {
            Said said = audits(
                    letters("out", "XB", 290, opening("true", 290).commitment().hex(), ""));

            assertThat(said.exit()).as(said.toString()).isZero();
            assertThat(said.out()).contains("All 1 letters stand in the ledger");
        }

        @Test
        void names_a_letter_that_stands_elsewhere_or_is_not_published() throws IOException {
            String commitment = opening("true", 290).commitment().hex();

            Said other = audits(letters("out", "XB", 289, commitment, ""));
            Said later = audits(letters("out", "XB", 300, commitment, ""));

            assertThat(other.exit()).isEqualTo(1);
            assertThat(other.out()).contains("XA.PRS.2027.000318-W", "letter-1", "the ledger has another entry there");
            assertThat(later.exit()).isZero();
            assertThat(later.out()).contains("not published yet");
        }

        @Test
        void cannot_tell_when_the_node_does_not_answer() throws IOException {
            String log = published("log", "true", 3).toString();
            environment.put("COMITY_NODE", "http://127.0.0.1:1");

            assertThat(says("ledger", "audit", log, "--key", KEY).exit()).isEqualTo(2);
        }

        private Said compares(String oursSay, String theirsSay) throws IOException {
            Path token = Files.writeString(temporary.resolve("token"), "secret");
            try (FakeNode ours = new FakeNode();
                    FakeNode theirs = new FakeNode()) {
                ours.answers(200, JSON, "{\"state\": \"XA\"}");
                theirs.answers(200, JSON, "{\"state\": \"XB\"}");
                ours.answers(200, JSON, REQUESTS).answers(200, JSON, oursSay);
                theirs.answers(200, JSON, REQUESTS).answers(200, JSON, theirsSay);
                return says(
                        "ledger",
                        "letters",
                        "--node",
                        ours.address(),
                        "--token",
                        "secret",
                        "--other",
                        theirs.address(),
                        "--other-token-file",
                        token.toString());
            }
        }

        @Test
        void two_nodes_shows_where_they_differ_in_words() throws IOException {
            String receipt = """
                    , "receipt": {"outcome": "relay-accepted", "at": "2027-03-13T02:12:01Z",
                      "place": {"index": 9, "commitment": "%s"}}""".formatted("cd".repeat(32));
            String sent = letters("out", "XB", 7, "ab".repeat(32), receipt);

            Said agree = compares(sent, letters("in", "XA", 9, "cd".repeat(32), ""));
            Said differ = compares(sent, letters("in", "XA", 10, "cd".repeat(32), ""));

            assertThat(agree.exit()).as(agree.toString()).isZero();
            assertThat(agree.out()).contains("XA and XB say the same");
            assertThat(differ.exit()).isEqualTo(1);
            assertThat(differ.out())
                    .contains("letter letter-1 from XA to XB", "the receipt names another place than the receiver");
        }
    }
}
