package comity.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.testkit.Chance;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogKeyTest {
    private static final String ORIGIN = "node.xa.example/ledger";
    /// The public example of the package golang.org/x/mod/sumdb/note.
    private static final String NEUMANN_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String NEUMANN_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @Nested
    class A_key {
        @Test
        void written_by_another_program_is_read_and_has_the_same_public_half() {
            LogKey key = LogKey.parse(NEUMANN_SECRET);

            assertThat(key.verifier().text()).isEqualTo(NEUMANN_KEY);
            assertThat(key.secret()).isEqualTo(NEUMANN_SECRET);
        }

        @Test
        void has_the_public_half_of_the_first_vector_of_rfc_8032() {
            byte[] seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

            assertThat(HexFormat.of()
                            .formatHex(LogKey.ofSeed(ORIGIN, seed).verifier().key()))
                    .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        }

        @Test
        void is_the_same_after_it_was_kept_as_text() {
            Chance.times(50, chance -> {
                LogKey key = LogKey.ofSeed(ORIGIN, chance.bytes(32));

                assertThat(LogKey.parse(key.secret()).verifier()).isEqualTo(key.verifier());
                assertThat(VerifierKey.parse(key.verifier().text())).isEqualTo(key.verifier());
            });
        }

        @Test
        void does_not_show_itself() {
            LogKey key = LogKey.parse(NEUMANN_SECRET);

            assertThat(key.toString()).doesNotContain("AYEK");
            assertThatThrownBy(() -> LogKey.parse(NEUMANN_SECRET.replace("c74f20a3", "c74f20a4")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain("AYEK");
        }

        @Test
        void signs_for_its_own_log_only() {
            LogKey key = LogKey.generate(ORIGIN);
            Checkpoint other = new Checkpoint("node.xb.example/ledger", 0, Hash.EMPTY_TREE);

            assertThatThrownBy(() -> key.sign(other)).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "PRIVATE+KEY+",
                    "PRIVATE+KEY+a+00000000+AQ==",
                    "PRIVATE+KEY+PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWAA==",
                    NEUMANN_KEY
                })
        void of_another_form_is_refused(String secret) {
            assertThatThrownBy(() -> LogKey.parse(secret)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class A_verifier_key {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "PeterNeumann",
                    "PeterNeumann+c74f20a3",
                    "PeterNeumann+c74f20a3+",
                    "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TX",
                    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq_LDE4izWy10TW",
                    "PeterNeumann+c74f20a3+AQ==",
                    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW "
                })
        void of_another_form_is_refused(String text) {
            assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void of_a_kind_that_we_do_not_know_is_kept_and_verifies_nothing() {
            VerifierKey unknown =
                    new VerifierKey("cosigner.example", SignatureType.ML_DSA_44_COSIGNATURE, new byte[1312]);

            assertThat(VerifierKey.parse(unknown.text())).isEqualTo(unknown);
            assertThat(unknown.verifies(new byte[0], new byte[2420])).isFalse();
        }

        @Test
        void that_is_no_point_of_the_curve_verifies_nothing() {
            byte[] key = new byte[32];
            key[0] = 2;

            assertThat(new VerifierKey(ORIGIN, SignatureType.ED25519, key).verifies(new byte[0], new byte[64]))
                    .isFalse();
        }
    }

    @Nested
    class A_checkpoint {
        private final LogKey key = LogKey.generate(ORIGIN);
        private final SignedCheckpoint signed = key.sign(new Checkpoint(ORIGIN, 7, Hash.ofContent(new byte[] {7})));

        @Test
        void is_read_again_as_it_was_signed() {
            SignedCheckpoint read = SignedCheckpoint.open(signed.text(), key.verifier());

            assertThat(read).isEqualTo(signed);
            assertThat(read.checkpoint()).isEqualTo(signed.checkpoint());
        }

        @Test
        void takes_a_cosignature_and_is_still_the_logs() {
            NoteSignature cosignature = new NoteSignature("cosigner.example", 0x01020304, new byte[72]);

            SignedNote cosigned = signed.note().with(cosignature);

            SignedCheckpoint read = SignedCheckpoint.open(cosigned.note(), key.verifier());
            assertThat(read.checkpoint()).isEqualTo(signed.checkpoint());
            assertThat(read.note().signatures()).last().isEqualTo(cosignature);
        }

        @Test
        void is_refused_after_any_one_bit_was_turned() {
            byte[] note = Utf8.bytes(signed.text());
            for (int bit = 0; bit < note.length * 8; bit++) {
                byte[] turned = note.clone();
                turned[bit / 8] ^= (byte) (1 << bit % 8);

                assertThatThrownBy(() -> SignedCheckpoint.open(turned, key.verifier()))
                        .as("bit %d", bit)
                        .isInstanceOf(NoteRefused.class);
            }
        }

        @Test
        void is_refused_however_it_is_cut() {
            byte[] note = Utf8.bytes(signed.text());
            for (int length = 0; length < note.length; length++) {
                byte[] cut = java.util.Arrays.copyOf(note, length);

                assertThatThrownBy(() -> SignedCheckpoint.open(cut, key.verifier()))
                        .isInstanceOf(NoteRefused.class);
            }
        }

        @Test
        void larger_than_any_note_is_not_even_read() {
            byte[] huge = new byte[SignedNote.LARGEST + 1];

            assertThatThrownBy(() -> SignedCheckpoint.open(huge, key.verifier()))
                    .isInstanceOfSatisfying(
                            NoteRefused.class, e -> assertThat(e.fault()).isEqualTo(NoteFault.TOO_LARGE));
        }

        @Test
        void of_chance_bytes_is_refused_and_nothing_worse() {
            Chance.times(2_000, chance -> {
                String text = chance.text(chance.number(0, 200), "\n\n\n\u2014 +a0=\r\u00a0");

                assertThatThrownBy(() -> SignedCheckpoint.open(text, key.verifier()))
                        .isInstanceOf(NoteRefused.class);
                assertThatThrownBy(() -> SignedCheckpoint.open(chance.bytes(chance.number(0, 200)), key.verifier()))
                        .isInstanceOf(NoteRefused.class);
            });
        }

        @Test
        void has_full_lines_only() {
            for (String line : List.of("", "a\nb", "a\tb")) {
                assertThatThrownBy(() -> new Checkpoint(line, 0, Hash.EMPTY_TREE))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> new Checkpoint(ORIGIN, 0, Hash.EMPTY_TREE, List.of(line)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
