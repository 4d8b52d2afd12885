package comity.ledger.interop;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.Opening;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.ledger.note.NoteSignature;
import comity.ledger.note.SignatureType;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.proof.ProofFile;
import comity.ledger.tiles.EntrySource;
import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.TilePublisher;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import comity.testkit.Chance;
import comity.testkit.GoVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What we write is read by a program in another language over libraries that other people wrote, and
/// what was spoiled is refused by it.
class IndependentVerifierTest {
    private static final Instant NOW = Instant.parse("2027-03-18T02:00:00Z");
    private static final LogKey LOG = LogKey.generate("node.xa.example/ledger");
    private static final CosignerKey COSIGNER =
            CosignerKey.generate("node.xb.example/cosigner", SignatureType.ED25519_COSIGNATURE);
    private static final CosignerKey SECOND =
            CosignerKey.generate("node.xc.example/cosigner", SignatureType.ED25519_COSIGNATURE);
    private static final CosignerKey OF_ANOTHER_KIND =
            CosignerKey.generate("node.xb.example/cosigner", SignatureType.ML_DSA_44_COSIGNATURE);
    private static final String LOG_KEY = LOG.verifier().text();
    private static final int LEAVES = 70_000;

    @TempDir
    private static Path temporary;

    private static GoVerifier verifier;
    private static MemoryTree tree;

    @TempDir
    private Path folder;

    @BeforeAll
    static void build() {
        verifier = GoVerifier.build(temporary);
        tree = new MemoryTree();
        LongStream.range(0, LEAVES).forEach(i -> tree.append(opening(i).commitment()));
    }

    private static Opening opening(long index) {
        return new Opening(
                Hash.ofContent(Utf8.bytes("salt " + index)).bytes(), Utf8.bytes("{\"event\":" + index + "}"));
    }

    private static SignedCheckpoint checkpoint(long size) {
        SignedCheckpoint own = LOG.sign(new Checkpoint(LOG.origin(), size, new Proofs(tree).root(size)));
        // A line of a kind that the other program does not know must not disturb it.
        return own.with(List.of(COSIGNER.sign(own, NOW), OF_ANOTHER_KIND.sign(own, NOW)));
    }

    private Path published(long size) {
        EntrySource entries = (from, to) -> LongStream.range(from, to)
                .mapToObj(i -> opening(i).commitment().bytes())
                .toList();
        Path log = folder.resolve("log-" + size);
        new TilePublisher(entries, tree).publish(new TileFolder(log), 0, checkpoint(size));
        return log;
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertGood(Object... words) {
        assertThat(ask(words)).as(List.of(words).toString()).isEqualTo(new GoVerifier.Answer(0, "good"));
    }

    private static void assertNotGood(Object... words) {
        GoVerifier.Answer answer = ask(words);
        assertThat(answer.code()).as("%s: %s", List.of(words), answer.said()).isEqualTo(1);
        assertThat(answer.said()).startsWith("not good: ");
    }

    private static GoVerifier.Answer ask(Object... words) {
        return verifier.ask(Stream.of(words).map(Object::toString).toList());
    }

    private static List<Object> with(List<Object> words, List<Hash> path) {
        List<Object> all = new ArrayList<>(words);
        path.forEach(hash -> all.add(hash.base64()));
        return all;
    }

    @Nested
    class A_published_log {
        @Test
        void of_any_size_is_good() {
            for (long size : List.of(0L, 1L, 2L, 255L, 256L, 257L, 600L, (long) LEAVES)) {
                assertGood("log", published(size), LOG_KEY, COSIGNER.verifier().text());
            }
        }

        @Test
        void is_not_good_under_another_key_or_without_a_cosigner_that_is_asked_for() {
            Path log = published(300);

            assertNotGood("log", log, LogKey.generate(LOG.origin()).verifier().text());
            assertNotGood(
                    "log",
                    log,
                    LOG_KEY,
                    COSIGNER.verifier().text(),
                    SECOND.verifier().text());
        }

        @Test
        void is_not_good_with_a_bit_turned_in_any_file() throws IOException {
            Path log = published(600);
            Chance chance = Chance.ofSeed(7);
            try (Stream<Path> files = Files.walk(log)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .toList()) {
                    byte[] right = Files.readAllBytes(file);
                    byte[] wrong = right.clone();
                    // In the checkpoint the text; whether other lines are good depends on who is asked for.
                    boolean note = file.getFileName().toString().equals("checkpoint");
                    wrong[chance.number(0, note ? 60 : wrong.length - 1)] ^= 1;
                    Files.write(file, wrong);
                    assertNotGood("log", log, LOG_KEY);
                    Files.delete(file);
                    assertNotGood("log", log, LOG_KEY);
                    Files.write(file, right);
                }
            }
            assertGood("log", log, LOG_KEY);
        }
    }

    @Nested
    class A_log_that_grew {
        @Test
        void is_good_from_its_tiles_and_from_our_proofs() {
            Path log = published(LEAVES);
            for (long from : List.of(1L, 2L, 255L, 256L, 257L, 4_095L, 65_536L, 65_537L, LEAVES - 1L, (long) LEAVES)) {
                Path older = file("older-" + from, checkpoint(from).text());
                assertGood("grown", older, log, LOG_KEY);
                List<Hash> path = new Proofs(tree).consistency(from, LEAVES).path();
                assertGood(with(List.of("proven", older, log.resolve("checkpoint"), LOG_KEY), path)
                        .toArray());
                if (!path.isEmpty()) {
                    List<Hash> cut = path.subList(1, path.size());
                    assertNotGood(with(List.of("proven", older, log.resolve("checkpoint"), LOG_KEY), cut)
                            .toArray());
                }
            }
        }

        @Test
        void is_not_good_beside_another_history() {
            Path log = published(600);
            SignedCheckpoint other = LOG.sign(new Checkpoint(LOG.origin(), 300, Hash.ofContent(new byte[1])));

            assertNotGood("grown", file("other", other.text()), log, LOG_KEY);
        }
    }

    @Nested
    class A_leaf {
        @Test
        void is_found_where_our_proof_says_and_nowhere_else() {
            Path note = file("note", checkpoint(LEAVES).text());
            Chance.times(20, chance -> {
                long index = chance.number(0, LEAVES - 1);
                List<Hash> path = new Proofs(tree).inclusion(index, LEAVES).path();
                String entry = opening(index).commitment().hex();
                assertGood(with(List.of("included", note, LOG_KEY, index, entry), path)
                        .toArray());
                assertNotGood(with(List.of("included", note, LOG_KEY, (index + 1) % LEAVES, entry), path)
                        .toArray());
                String other = opening(index + 1).commitment().hex();
                assertNotGood(with(List.of("included", note, LOG_KEY, index, other), path)
                        .toArray());
            });
        }
    }

    @Nested
    class A_proof_file {
        private final ProofFile proof =
                ProofFile.open(opening(123), new Proofs(tree).inclusion(123, 5_000), checkpoint(5_000));

        @Test
        void is_good_with_the_cosigner_that_signed() {
            assertGood(
                    "file",
                    file("p", proof.text()),
                    LOG_KEY,
                    COSIGNER.verifier().text());
        }

        @Test
        void is_not_good_without_one_that_did_not() {
            assertNotGood(
                    "file", file("p", proof.text()), LOG_KEY, SECOND.verifier().text());
        }

        @Test
        void is_not_good_for_another_event_place_or_time() {
            String text = proof.text();
            String extra = text.lines().skip(1).findFirst().orElseThrow();
            SignedCheckpoint own = checkpoint(5_000).alone();
            byte[] late = COSIGNER.sign(own, NOW).signature();
            late[7]++;
            SignedCheckpoint later = own.with(List.of(
                    new NoteSignature(COSIGNER.name(), COSIGNER.verifier().keyId(), late)));
            ProofFile dated = ProofFile.open(opening(123), new Proofs(tree).inclusion(123, 5_000), later);

            assertNotGood("file", file("a", text.replace(extra, extra.replaceFirst("extra ..", "extra AA"))), LOG_KEY);
            assertNotGood("file", file("b", text.replace("index 123\n", "index 124\n")), LOG_KEY);
            assertNotGood(
                    "file",
                    file("c", dated.text()),
                    LOG_KEY,
                    COSIGNER.verifier().text());
        }

        @Test
        void that_is_closed_is_good_for_its_own_entry_only() {
            Path closed = file("closed", proof.closed().text());
            String signed = COSIGNER.verifier().text();

            assertGood("closed", closed, opening(123).commitment().hex(), LOG_KEY, signed);
            assertNotGood("closed", closed, opening(124).commitment().hex(), LOG_KEY, signed);
            assertNotGood(
                    "closed",
                    closed,
                    opening(123).commitment().hex(),
                    LOG_KEY,
                    SECOND.verifier().text());
        }
    }
}
