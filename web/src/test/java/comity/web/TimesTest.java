package comity.web;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Instant night = Instant.parse("2027-03-13T01:14:00Z");

    @Nested
    class A_day_and_time {
        @ParameterizedTest
        @EnumSource(Language.class)
        void names_the_month_so_that_it_is_not_taken_for_the_day(Language language) {
            assertThat(Times.day(night, PARIS, language))
                    .contains("13", "2027")
                    .doesNotContain("03")
                    .containsPattern("\\p{L}");
        }

        @Test
        void that_is_the_first_of_a_month_is_an_ordinal_in_french_only() {
            LocalDate first = LocalDate.parse("2027-03-01");
            assertThat(Times.day(first, Language.FRENCH)).isEqualTo("1er mars 2027");
            assertThat(Times.day(first.plusDays(10), Language.FRENCH)).isEqualTo("11 mars 2027");
            assertThat(Times.day(first, Language.ENGLISH)).isEqualTo("1 Mar 2027");
        }

        @Test
        void is_parted_as_the_language_parts_it() {
            assertThat(Times.dayAndTime(night, PARIS, Language.FRENCH)).isEqualTo("13 mars 2027, 02:14");
            assertThat(Times.dayAndTime(night, PARIS, Language.CHINESE)).isEqualTo("2027年3月13日 02:14");
            assertThat(Times.dayAndTime(night, PARIS, Language.ARABIC)).isEqualTo("13 مارس 2027، 02:14");
        }

        @Test
        void in_universal_time_keeps_its_order_behind_an_arabic_month() {
            assertThat(Times.utc(night, Language.ARABIC)).isEqualTo("\u20662027-03-13 01:14 UTC\u2069");
            assertThat(Times.utc(night, Language.RUSSIAN)).isEqualTo("2027-03-13 01:14 UTC");
        }
    }

    @Nested
    class Several_answers {
        @Test
        void are_listed_as_the_language_lists_them() {
            assertThat(Wording.listed(Language.CHINESE, List.of("甲", "乙", "丙"))).isEqualTo("甲、乙和丙");
            assertThat(Wording.listed(Language.SPANISH, List.of("registro", "acceso")))
                    .isEqualTo("registro y acceso");
            assertThat(Wording.listed(Language.ARABIC, List.of())).isEmpty();
        }
    }
}
