package comity.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Sha256;
import comity.ledger.Hash;
import comity.testkit.Chance;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosignerKeyTest {
    private static final String NAME = "node.xb.example/cosigner";
    private static final Instant NOW = Instant.parse("2027-03-18T02:00:00Z");
    private static final LogKey LOG = LogKey.generate("node.xa.example/ledger");
    private static final SignedCheckpoint CHECKPOINT =
            LOG.sign(new Checkpoint(LOG.origin(), 7, Hash.ofContent(new byte[] {7})));

    @Nested
    class A_key {
        @ParameterizedTest
        @ValueSource(bytes = {SignatureType.ED25519_COSIGNATURE, SignatureType.ML_DSA_44_COSIGNATURE})
        void is_the_same_after_it_was_kept_as_text(byte type) {
            Chance.times(10, chance -> {
                CosignerKey key = CosignerKey.ofSeed(NAME, type, chance.bytes(32));

                CosignerKey read = CosignerKey.parse(key.secret());

                assertThat(read.verifier()).isEqualTo(key.verifier());
                assertThat(VerifierKey.parse(key.verifier().text())).isEqualTo(key.verifier());
                assertThat(Cosignature.of(CHECKPOINT.with(List.of(read.sign(CHECKPOINT, NOW))), key.verifier(), NOW))
                        .isInstanceOf(Cosignature.Signed.class);
            });
        }

        /// What OpenSSL makes of a seed of 32 zeros.
        @Test
        void of_ml_dsa_is_the_one_that_other_programs_make_of_the_seed() {
            byte[] key = CosignerKey.ofSeed(NAME, SignatureType.ML_DSA_44_COSIGNATURE, new byte[32])
                    .verifier()
                    .key();

            assertThat(Sha256.hex(key)).isEqualTo("eb4e7302842153b0fa19e8620739ad258af4929c26dd89079a7ec7d4282208e1");
        }

        @Test
        void does_not_show_itself() {
            CosignerKey key = CosignerKey.generate(NAME, SignatureType.ED25519_COSIGNATURE);
            // What is encoded may have a plus sign, too.
            String before = NAME + "+%08x+".formatted(key.verifier().keyId());
            String seed = key.secret().substring(key.secret().indexOf(before) + before.length());
            assertThat(seed).hasSizeGreaterThan(40);

            assertThat(key.toString()).doesNotContain(seed);
            assertThatThrownBy(() -> CosignerKey.parse(key.secret().replace(NAME, "node.xc.example")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain(seed);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "PRIVATE+KEY+",
                    "PRIVATE+KEY+a+00000000+BA==",
                    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
                })
        void of_another_form_is_refused(String secret) {
            assertThatThrownBy(() -> CosignerKey.parse(secret)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void has_a_seed_of_32_bytes_a_known_kind_and_a_name() {
            assertThatThrownBy(() -> CosignerKey.ofSeed(NAME, SignatureType.ED25519_COSIGNATURE, new byte[31]))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CosignerKey.ofSeed(NAME, SignatureType.ED25519, new byte[32]))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CosignerKey.generate("é".repeat(128), SignatureType.ML_DSA_44_COSIGNATURE))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(CosignerKey.generate("é".repeat(127), SignatureType.ML_DSA_44_COSIGNATURE)
                            .name())
                    .hasSize(127);
        }

        @Test
        void signs_no_time_before_1970() {
            CosignerKey key = CosignerKey.generate(NAME, SignatureType.ED25519_COSIGNATURE);

            assertThatThrownBy(() -> key.sign(CHECKPOINT, Instant.EPOCH.minusSeconds(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class A_checkpoint {
        private final CosignerKey key = CosignerKey.generate(NAME, SignatureType.ED25519_COSIGNATURE);

        @Test
        void takes_the_newer_line_of_a_key_in_place_of_the_older() {
            SignedCheckpoint first = CHECKPOINT.with(List.of(key.sign(CHECKPOINT, NOW)));
            SignedCheckpoint second = first.with(List.of(key.sign(CHECKPOINT, NOW.plusSeconds(60))));

            assertThat(second.note().signatures()).hasSize(2);
            assertThat(Cosignature.of(second, key.verifier(), NOW.plusSeconds(60)))
                    .isInstanceOfSatisfying(
                            Cosignature.Signed.class,
                            signed -> assertThat(signed.at()).isEqualTo(NOW.plusSeconds(60)));
            assertThat(second.alone()).isEqualTo(CHECKPOINT);
        }

        @Test
        void never_takes_a_line_in_the_logs_own_name() {
            NoteSignature forged =
                    new NoteSignature(LOG.origin(), LOG.verifier().keyId(), new byte[64]);

            assertThatThrownBy(() -> CHECKPOINT.with(List.of(forged))).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void is_not_cosigned_by_any_line_with_a_bit_turned() {
            byte[] good = key.sign(CHECKPOINT, NOW).signature();
            for (int bit = 0; bit < good.length * 8; bit += 9) {
                byte[] bad = good.clone();
                bad[bit / 8] ^= (byte) (1 << bit % 8);
                SignedCheckpoint spoiled = CHECKPOINT.with(
                        List.of(new NoteSignature(NAME, key.verifier().keyId(), bad)));

                assertThat(Cosignature.of(spoiled, key.verifier(), NOW)).isInstanceOf(Cosignature.NotSigned.class);
            }
        }
    }
}
