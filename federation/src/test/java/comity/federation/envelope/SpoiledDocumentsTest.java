package comity.federation.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import comity.directory.keys.EncryptionKeys;
import comity.directory.keys.KeyCeremony;
import comity.federation.Forger;
import comity.federation.Problem;
import comity.federation.Receipt;
import comity.federation.Refused;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.LeafPlace;
import comity.testkit.Chance;
import comity.testkit.Mutation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Thousands of spoiled documents, at every layer: each is refused with a named problem, or is what it was.
class SpoiledDocumentsTest {
    private static final Instant NOW = Instant.parse("2027-03-13T01:14:00Z");
    private static final KeyCeremony.NodeKeys ARVENIA =
            KeyCeremony.hold(new StateCode("XA"), List.of("localhost"), NOW);
    private static final EncryptionKeys BELMORA = EncryptionKeys.generate();

    private static Forger envelope() {
        return new Forger(ARVENIA.seal(), "XA", "XB", BELMORA.publicJwk(), NOW, "XA.PRS.2027.000318", 1);
    }

    @Nested
    class A_spoiled {
        @Test
        void signed_document_does_not_verify() {
            byte[] good = envelope().sign();
            SignedReader reader = new SignedReader();
            Chance.times(2000, chance -> {
                byte[] spoiled = Mutation.of(good, chance);
                try {
                    reader.read(spoiled, Seal.LETTERS).requireSignature();
                    assertThat(Arrays.equals(spoiled, good)).isTrue();
                } catch (Refused refused) {
                    assertThat(refused.problem()).isNotNull();
                }
            });
        }

        @Test
        void envelope_under_a_good_signature_is_refused_or_read() {
            byte[] good = Utf8.bytes(envelope().envelope.toString());
            Chance.times(3000, chance -> {
                try {
                    assertThat(Envelope.read(Mutation.of(good, chance)).letters())
                            .isNotEmpty();
                } catch (Refused refused) {
                    assertThat(refused.problem())
                            .isIn(Problem.MALFORMED, Problem.UNKNOWN_VERSION, Problem.TOO_MANY_LETTERS);
                    assertThat(refused.detail()).doesNotContain("\n", "\0");
                }
            });
        }

        @Test
        void receipt_under_a_good_signature_is_refused_or_read() {
            Hash hash = Hash.ofContent(Utf8.bytes("beside"));
            byte[] good = new ReceiptDocument(
                            UUID.randomUUID(),
                            new StateCode("XB"),
                            new StateCode("XA"),
                            NOW,
                            UUID.randomUUID(),
                            "0".repeat(64),
                            List.of(new ReceiptDocument.Outcome(
                                    UUID.randomUUID(),
                                    Receipt.Event.RELAY_REJECTED,
                                    Optional.of("unknown-kind"),
                                    "weather.report",
                                    NOW,
                                    new LeafPlace(7, "ab".repeat(32)),
                                    List.of(hash, hash))),
                            "a note")
                    .write();
            Chance.times(3000, chance -> {
                try {
                    ReceiptDocument read = ReceiptDocument.read(Mutation.of(good, chance));
                    assertThat(read.letters()).hasSizeLessThanOrEqualTo(1);
                } catch (Refused refused) {
                    assertThat(refused.problem()).isIn(Problem.MALFORMED, Problem.UNKNOWN_VERSION);
                }
            });
        }

        @Test
        void body_is_not_opened() {
            Bodies bodies = new Bodies();
            byte[] text = Utf8.bytes("a note");
            String good = bodies.encrypt(UUID.randomUUID(), text, BELMORA.publicJwk());
            Chance.times(2000, chance -> {
                String spoiled = Utf8.text(Mutation.of(Utf8.bytes(good), chance));
                bodies.decrypt(spoiled, BELMORA)
                        .ifPresent(opened -> assertThat(spoiled).isEqualTo(good));
            });
        }

        @Test
        void problem_names_a_code_or_nothing() {
            byte[] good = ProblemDocument.write(Problem.EXPIRED, "expired");
            Chance.times(
                    3000,
                    chance -> ProblemDocument.code(Mutation.of(good, chance))
                            .ifPresent(code -> assertThat(code).matches("[a-z][a-z0-9-]{0,63}")));
        }
    }
}
