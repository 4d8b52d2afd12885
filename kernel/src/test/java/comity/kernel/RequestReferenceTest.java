package comity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReferenceTest {
    private static final StateCode ARVENIA = new StateCode("XA");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    @Nested
    class Its_text {
        @Test
        void names_state_type_year_serial_and_a_check_character() {
            assertThat(new RequestReference(ARVENIA, RequestType.PRESERVATION, 2027, 318))
                    .hasToString("XA.PRS.2027.000318-W");
        }

        @Test
        void is_read_back_as_the_same_reference() {
            for (int serial : new int[] {1, 318, 999_999}) {
                RequestReference reference = new RequestReference(ARVENIA, RequestType.PRESERVATION, 2027, serial);
                assertThat(RequestReference.parse(reference.toString())).contains(reference);
            }
        }

        @Test
        void is_read_in_any_case_and_with_spaces_around() {
            assertThat(RequestReference.parse("  xa.prs.2027.000318-w "))
                    .contains(new RequestReference(ARVENIA, RequestType.PRESERVATION, 2027, 318));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "XA.PRS.2027.318-B",
                    "XA-PRS-2027-000318-W",
                    "XA.PRS.2027.000318",
                    "XA.XYZ.2027.000318-W",
                    "XA.PRS.2027.000000-0",
                    "XA.PRS.1027.000318-W",
                    "XA.PRS.2027.000318-W; drop"
                })
        void of_another_form_is_not_read(String typed) {
            assertThat(RequestReference.parse(typed)).isEmpty();
        }
    }

    @Nested
    class The_check_character {
        /// Every place of every letter and digit, with every other symbol of its kind.
        @Test
        void finds_every_single_mistyped_character() {
            String right = "XA.PRS.2027.000318-W";
            assertThat(IntStream.range(0, right.length())
                            .boxed()
                            .flatMap(place -> otherSymbols(right.charAt(place))
                                    .map(symbol -> right.substring(0, place) + symbol + right.substring(place + 1))))
                    .isNotEmpty()
                    .allSatisfy(wrong ->
                            assertThat(RequestReference.parse(wrong)).as(wrong).isEmpty());
        }

        /// Over many serials, so that every pair of neighbours that differ is met in every place.
        @Test
        void finds_every_two_swapped_neighbours() {
            for (int serial = 1; serial < 50_000; serial += 37) {
                String right = new RequestReference(ARVENIA, RequestType.PRESERVATION, 2027, serial).toString();
                for (int place = 0; place < right.length() - 1; place++) {
                    if (right.charAt(place) != right.charAt(place + 1)) {
                        String wrong = swapped(right, place);
                        assertThat(RequestReference.parse(wrong)).as(wrong).isEmpty();
                    }
                }
            }
        }

        private static Stream<String> otherSymbols(char symbol) {
            String kind = LETTERS.indexOf(symbol) >= 0 ? LETTERS : DIGITS.indexOf(symbol) >= 0 ? DIGITS : "";
            return kind.chars().filter(other -> other != symbol).mapToObj(Character::toString);
        }

        private static String swapped(String text, int place) {
            return text.substring(0, place) + text.charAt(place + 1) + text.charAt(place) + text.substring(place + 2);
        }
    }

    @Nested
    class The_next_reference {
        @Test
        void follows_the_last_serial() {
            assertThat(RequestReference.next(ARVENIA, RequestType.PRESERVATION, 2027, 0)
                            .serial())
                    .isPositive();
        }

        @Test
        void never_ends_in_a_letter_that_sounds_like_a_digit() {
            int last = 0;
            int skipped = 0;
            while (last < 2_000) {
                RequestReference next = RequestReference.next(ARVENIA, RequestType.PRESERVATION, 2027, last);
                assertThat(next.check()).isNotIn('O', 'I', '*');
                skipped += next.serial() - last - 1;
                last = next.serial();
            }
            assertThat(skipped)
                    .as("two of thirty-six check characters are passed over")
                    .isBetween(60, 170);
        }

        @Test
        void is_refused_when_all_serials_of_the_year_are_given_out() {
            assertThatThrownBy(() -> RequestReference.next(ARVENIA, RequestType.PRESERVATION, 2027, 999_999))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class A_reference {
        @Test
        void needs_a_serial_of_at_least_one_and_a_year_of_four_digits() {
            assertThatThrownBy(() -> new RequestReference(ARVENIA, RequestType.PRESERVATION, 2027, 0))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new RequestReference(ARVENIA, RequestType.PRESERVATION, 2027, 1_000_000))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new RequestReference(ARVENIA, RequestType.PRESERVATION, 27, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
