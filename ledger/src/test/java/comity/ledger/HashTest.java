package comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
    private static final String HEX = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Nested
    class A_digest {
        @Test
        void of_nothing_is_the_root_of_the_empty_tree() {
            assertThat(Hash.EMPTY_TREE).isEqualTo(Hash.ofHex(HEX)).hasToString(HEX);
        }

        @Test
        void cannot_be_changed_from_outside() {
            byte[] bytes = Hash.ofHex(HEX).bytes();
            Hash hash = Hash.of(bytes);

            bytes[0]++;
            hash.bytes()[1]++;

            assertThat(hash.hex()).isEqualTo(HEX);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "e3",
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85",
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85500",
                    "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
                    "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                })
        void is_written_in_one_way_only(String text) {
            assertThatThrownBy(() -> Hash.ofHex(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class A_place {
        @Test
        void is_not_negative_and_has_a_commitment() {
            assertThatThrownBy(() -> new LeafPlace(-1, HEX)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new LeafPlace(0, "00")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
