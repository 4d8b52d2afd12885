package comity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    @Nested
    class A_digest {
        /// The list of the demo's artefacts, whose fingerprint the demo's paper bears.
        @Test
        void becomes_sixteen_symbols_of_its_first_eighty_bits() {
            byte[] digest = HexFormat.of().parseHex("7078d1079dee477d93346112d3076ce42ddfefe228960f212365d961635644c9");
            assertThat(Fingerprint.ofDigest(digest)).hasToString("E1WD-21WX-XS3Q-V4SM");
        }

        @Test
        void of_nothing_but_zeros_and_of_nothing_but_ones_shows_both_ends_of_the_alphabet() {
            assertThat(Fingerprint.ofDigest(new byte[32])).hasToString("0000-0000-0000-0000");
            byte[] ones = new byte[32];
            java.util.Arrays.fill(ones, (byte) 0xFF);
            assertThat(Fingerprint.ofDigest(ones)).hasToString("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
        }

        /// SHA-256 of "abc" is given in FIPS 180-4.
        @Test
        void is_that_of_the_bytes() {
            assertThat(Sha256.hex(Utf8.bytes("abc")))
                    .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(Fingerprint.of(Utf8.bytes("abc")))
                    .isEqualTo(Fingerprint.ofDigest(Sha256.digest(Utf8.bytes("a"), Utf8.bytes("bc"))));
        }
    }

    @Nested
    class Said_on_a_bad_line {
        @Test
        void has_a_word_for_each_letter_and_a_comma_after_each_group() {
            assertThat(new Fingerprint("E1WD-21WX-XS3Q-V4SM").spelled())
                    .isEqualTo("Echo 1 Whiskey Delta, 2 1 Whiskey X-ray, X-ray Sierra 3 Quebec, Victor 4 Sierra Mike");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0123-4567-89AB-CDEF", "GHJK-MNPQ-RSTV-WXYZ"})
        void is_what_its_first_letters_say(String text) {
            String initials = Stream.of(new Fingerprint(text).spelled().split(",? "))
                    .map(word -> word.substring(0, 1))
                    .collect(Collectors.joining());
            assertThat(Fingerprint.parse(initials)).isEqualTo(new Fingerprint(text));
        }
    }

    @Nested
    class What_a_person_typed {
        private final Fingerprint meant = new Fingerprint("E1WD-21WX-XS3Q-V0SM");

        @ParameterizedTest
        @ValueSource(
                strings = {"E1WD-21WX-XS3Q-V0SM", "e1wd21wxxs3qv0sm", " E1WD 21WX XS3Q V0SM ", "EIWD-2LWX-XS3Q-VOSM"})
        void is_read_whatever_its_case_spaces_and_look_alikes(String typed) {
            assertThat(Fingerprint.parse(typed)).isEqualTo(meant);
            assertThat(Fingerprint.parse(typed).matches(meant)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "E1WD", "E1WD-21WX-XS3Q-V0S", "E1WD-21WX-XS3Q-V0SMM", "E1WD-21WX-XS3Q-V0SU"})
        void is_refused_when_it_is_not_sixteen_symbols_of_the_alphabet(String typed) {
            assertThatThrownBy(() -> Fingerprint.parse(typed)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void does_not_match_another_fingerprint() {
            assertThat(Fingerprint.parse("E1WD-21WX-XS3Q-V0SN").matches(meant)).isFalse();
        }
    }
}
