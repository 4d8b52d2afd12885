package comity.ledger.cosigning;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.Vector;
import comity.ledger.note.Cosignature;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.SignatureType;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.note.VerifierKey;
import comity.testkit.HandClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CosigningVectorsTest {
    private static final String NAME = "node.xb.example/cosigner";
    private static final List<CosignerKey> KEYS = List.of(
            CosignerKey.generate(NAME, SignatureType.ED25519_COSIGNATURE),
            CosignerKey.generate(NAME, SignatureType.ML_DSA_44_COSIGNATURE));
    private static final HandClock CLOCK = HandClock.at("2027-03-18T02:00:00Z");

    @TestFactory
    Stream<DynamicTest> asks() {
        return Vector.tests("ask", vector -> {
            try {
                CosigningAsk ask = CosigningAsk.parse(vector.body());
                assertThat("ask").isEqualTo(vector.expect());
                assertThat(ask.oldSize()).isEqualTo(vector.number("old"));
                assertThat(ask.path()).isEqualTo(vector.hashes("hash"));
                assertThat(ask.origin()).isEqualTo(vector.text("origin"));
                assertThat(Utf8.bytes(ask.body())).isEqualTo(vector.body());
            } catch (AskRefused e) {
                assertThat(e.fault().code()).isEqualTo(vector.expect());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> answers() {
        return Vector.tests("answer", vector -> {
            List<VerifierKey> logKeys = keys(vector);
            TransientMemory memory = new TransientMemory();
            Optional<Remembered> before = vector.texts("remembered").stream()
                    .map(_ -> SignedNote.parse(vector.bytes("remembered")))
                    .map(note -> SignedCheckpoint.open(note, keyOf(note, logKeys)))
                    .map(checkpoint -> new Remembered(checkpoint, Instant.parse("2027-03-18T01:59:00Z")))
                    .findFirst();
            before.ifPresent(remembered -> memory.advance(Optional.empty(), remembered));
            Cosigner cosigner = new Cosigner(
                    KEYS, origin -> origin.equals(logKeys.getFirst().name()) ? logKeys : List.of(), memory, CLOCK);

            CosignerAnswer answer = cosigner.answer(vector.body());

            assertThat(word(answer)).isEqualTo(vector.expect());
            assertThat(answer.status()).isEqualTo(Math.toIntExact(vector.number("status")));
            assertThat(memory.forks()).hasSize(vector.name().contains("fork") ? 1 : 0);
            if (answer instanceof CosignerAnswer.Cosigned cosigned) {
                assertSigned(cosigned);
                assertThat(memory.latest(cosigned.checkpoint().checkpoint().origin()))
                        .map(Remembered::checkpoint)
                        .contains(cosigned.checkpoint());
            } else {
                assertThat(memory.latest(logKeys.getFirst().name())).isEqualTo(before);
                assertThat(answer.body()).isEqualTo(body(answer, vector));
            }
        });
    }

    /// In the vectors that remember a checkpoint of an older key, that key comes first.
    private static VerifierKey keyOf(SignedNote note, List<VerifierKey> keys) {
        return keys.stream()
                .filter(key -> note.signatures().stream().anyMatch(line -> line.isBy(key)))
                .findFirst()
                .orElse(VerifierKey.parse(Vector.named("answer", "next").text("logKey")));
    }

    private static void assertSigned(CosignerAnswer.Cosigned cosigned) {
        SignedCheckpoint note = cosigned.checkpoint().with(cosigned.lines());
        assertThat(KEYS)
                .allSatisfy(key -> assertThat(Cosignature.of(note, key.verifier(), CLOCK.instant()))
                        .isInstanceOf(Cosignature.Signed.class));
        CosignerReply reply = CosignerReply.read(
                cosigned.status(),
                cosigned.contentType(),
                Utf8.bytes(cosigned.body()),
                cosigned.checkpoint(),
                KEYS.stream().map(CosignerKey::verifier).toList(),
                CLOCK.instant());
        assertThat(reply).isEqualTo(new CosignerReply.Given(note, cosigned.lines(), CLOCK.instant()));
    }

    private static String body(CosignerAnswer answer, Vector vector) {
        return switch (answer) {
            case CosignerAnswer.OtherSize _ -> vector.text("size") + "\n";
            case CosignerAnswer.Forked(Fork fork) -> {
                assertThat(Fork.parse(Utf8.bytes(fork.text()), _ -> keys(vector)))
                        .contains(fork);
                yield fork.text();
            }
            default -> vector.expect() + "\n";
        };
    }

    private static String word(CosignerAnswer answer) {
        return switch (answer) {
            case CosignerAnswer.Cosigned _ -> "cosigned";
            case CosignerAnswer.OtherSize _ -> "other-size";
            case CosignerAnswer.Forked _ -> "fork";
            default -> answer.body().strip();
        };
    }

    @TestFactory
    Stream<DynamicTest> forks() {
        return Vector.tests("fork", vector -> {
            Optional<Fork> fork = Fork.parse(vector.body(), _ -> keys(vector));

            assertThat(fork.isPresent() ? "fork" : "nothing").isEqualTo(vector.expect());
            fork.ifPresent(read -> assertThat(Utf8.bytes(read.text())).isEqualTo(vector.body()));
        });
    }

    private static List<VerifierKey> keys(Vector vector) {
        return vector.texts("logKey").stream().map(VerifierKey::parse).toList();
    }
}
