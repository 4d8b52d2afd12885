package comity.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.testkit.Chance;
import comity.testkit.Mutation;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Thousands of spoiled notes and keys: each is refused by name, or is what it was.
class SpoiledNotesTest {
    private static final LogKey KEY = LogKey.generate("node.xa.example/ledger");
    private static final Checkpoint CHECKPOINT = new Checkpoint(KEY.origin(), 42, Hash.ofContent(Utf8.bytes("root")));

    @Nested
    class A_spoiled {
        @Test
        void note_has_one_way_to_be_written_or_is_refused() {
            byte[] good = Utf8.bytes(KEY.sign(CHECKPOINT).text());
            Chance.times(4000, chance -> {
                byte[] spoiled = Mutation.of(good, chance);
                try {
                    assertThat(Utf8.bytes(SignedNote.parse(spoiled).note())).isEqualTo(spoiled);
                } catch (NoteRefused refused) {
                    assertThat(refused.fault()).isNotNull();
                }
            });
        }

        @Test
        void checkpoint_is_never_taken_for_another_one() {
            byte[] good = Utf8.bytes(KEY.sign(CHECKPOINT).text());
            Chance.times(2000, chance -> {
                byte[] spoiled = Mutation.of(good, chance);
                try {
                    assertThat(SignedCheckpoint.open(spoiled, KEY.verifier()).checkpoint())
                            .isEqualTo(CHECKPOINT);
                } catch (NoteRefused refused) {
                    assertThat(Arrays.equals(spoiled, good)).isFalse();
                }
            });
        }

        @Test
        void verifier_key_has_one_way_to_be_written_or_is_refused() {
            byte[] good = Utf8.bytes(KEY.verifier().text());
            Chance.times(4000, chance -> {
                String spoiled = Utf8.text(Mutation.of(good, chance));
                try {
                    assertThat(VerifierKey.parse(spoiled).text()).isEqualTo(spoiled);
                } catch (IllegalArgumentException refused) {
                    assertThat(refused).hasMessageNotContaining("\0");
                }
            });
        }
    }
}
