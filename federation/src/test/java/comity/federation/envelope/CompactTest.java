package comity.federation.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompactTest {
    @Nested
    class A_part {
        /// RFC 4648, 10, without padding and in the alphabet for URLs.
        @ParameterizedTest
        @CsvSource({"f,Zg", "fo,Zm8", "foo,Zm9v", "foob,Zm9vYg", "fooba,Zm9vYmE", "foobar,Zm9vYmFy"})
        void is_written_and_read_as_the_standard_says(String plain, String encoded) {
            assertThat(Compact.encode(Utf8.bytes(plain))).isEqualTo(encoded);
            assertThat(Compact.decode(encoded)).contains(Utf8.bytes(plain));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Zg==", "Zh", "Zm9", "Z", "Zm 9v", "Zm9v\n", "Zm9/", "Zm9+", "Zm8=", "Zgé"})
        void is_refused_in_any_other_form(String encoded) {
            assertThat(Compact.decode(encoded)).isEmpty();
        }

        @Test
        void may_be_empty() {
            assertThat(Compact.decode("")).contains(new byte[0]);
        }
    }

    @Nested
    class A_text {
        @Test
        void is_taken_apart_at_every_full_stop() {
            assertThat(Compact.parts("a..b.")).containsExactly("a", "", "b", "");
            assertThat(Compact.parts("")).containsExactly("");
        }
    }
}
