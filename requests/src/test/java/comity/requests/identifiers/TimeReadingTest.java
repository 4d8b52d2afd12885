package comity.requests.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Complaint;
import comity.kernel.WrittenTime;
import comity.kernel.WrittenTime.Fold;
import comity.kernel.WrittenTime.Precision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReadingTest {
    private static final Instant NOW = Instant.parse("2027-03-13T01:30:00Z");

    private static TimeReading read(String text, String zone) {
        return read(text, zone, "");
    }

    private static TimeReading read(String text, String zone, String fold) {
        return TimeReading.ofPast("/items/0/from", text, zone, fold, NOW);
    }

    private static List<String> codes(TimeReading reading) {
        return reading.complaints().stream().map(Complaint::code).toList();
    }

    @Nested
    class A_time_as_somebody_wrote_it {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "2027-03-13T00:03:45Z                  | ''            | 2027-03-13T00:03:45Z",
                    "2027-03-13T00:03:45.120Z              | ''            | 2027-03-13T00:03:45.120Z",
                    "2027-03-13 01:03:45,5 +01:00          | ''            | 2027-03-13T00:03:45.500Z",
                    "2027-03-13T01:03:45+0100              | ''            | 2027-03-13T00:03:45Z",
                    "2027-03-13T01:03:45+01                | ''            | 2027-03-13T00:03:45Z",
                    "20270313T000345Z                      | ''            | 2027-03-13T00:03:45Z",
                    "2027/03/13 01:03:45                   | Europe/Paris  | 2027-03-13T00:03:45Z",
                    "13/03/2027 01:03:45                   | Europe/Paris  | 2027-03-13T00:03:45Z",
                    "3/13/2027 1:03:45 AM                  | +01:00        | 2027-03-13T00:03:45Z",
                    "3/12/2027 1:03:45 PM                  | UTC           | ''",
                    "13.03.2027 01:03                      | europe/paris  | 2027-03-13T00:03:00Z",
                    "04.03.2027 01:03:45                   | UTC           | 2027-03-04T01:03:45Z",
                    "13/Mar/2027:01:03:45 +0100            | ''            | 2027-03-13T00:03:45Z",
                    "[13/Mar/2027:01:03:45 +0100]          | ''            | 2027-03-13T00:03:45Z",
                    "Sat, 13 Mar 2027 01:03:45 +0100       | ''            | 2027-03-13T00:03:45Z",
                    "Sat, 13 Mar 2027 01:03:45 +0100 (CET) | ''            | 2027-03-13T00:03:45Z",
                    "Sat Mar 13 00:03:45 2027              | UTC           | 2027-03-13T00:03:45Z",
                    "Sat Mar 13 00:03:45 UTC 2027          | ''            | 2027-03-13T00:03:45Z",
                    "March 13, 2027 12:03:45 AM            | Z             | 2027-03-13T00:03:45Z",
                    "13-Mar-2027 00:03:45                  | GMT           | 2027-03-13T00:03:45Z",
                    "13 mars 2027 à 01:03                  | Europe/Paris  | 2027-03-13T00:03:00Z",
                    "13 de marzo de 2027, 01:03            | Europe/Madrid | 2027-03-13T00:03:00Z",
                    "13 марта 2027 г. 03:03:45             | Europe/Moscow | 2027-03-13T00:03:45Z",
                    "2027年3月13日 08:03:45                | Asia/Shanghai | 2027-03-13T00:03:45Z",
                    "13 مارس 2027 03:03:45                 | Asia/Riyadh   | 2027-03-13T00:03:45Z",
                    "٢٠٢٧-٠٣-١٣ ٠٣:٠٣:٤٥                   | Asia/Riyadh   | 2027-03-13T00:03:45Z",
                    "1804896225                            | ''            | 2027-03-13T00:03:45Z",
                    "1804896225.25                         | ''            | 2027-03-13T00:03:45.250Z",
                    "1804896225000                         | ''            | 2027-03-13T00:03:45Z",
                    "2027-03-13 01:03:45                   | UTC+1         | 2027-03-13T00:03:45Z",
                    "2027-03-13 05:48:45                   | +05:45        | 2027-03-13T00:03:45Z",
                    "2027-03-12 19:03:45                   | America/New_York | 2027-03-13T00:03:45Z"
                })
        void means_one_instant(String text, String zone, String instant) {
            TimeReading reading = read(text, zone);
            if (instant.isEmpty()) {
                assertThat(codes(reading)).containsExactly("time-day-or-month");
            } else {
                assertThat(codes(reading)).isEmpty();
                assertThat(reading.time().orElseThrow().instant()).isEqualTo(Instant.parse(instant));
            }
        }

        @Test
        void is_kept_as_it_was_written() {
            WrittenTime time =
                    read(" 13/03/2027 01:03:45", "Europe/Paris").time().orElseThrow();
            assertThat(time.original()).isEqualTo(" 13/03/2027 01:03:45");
            assertThat(time.zone().getId()).isEqualTo("Europe/Paris");
            assertThat(time.precision()).isEqualTo(Precision.SECOND);
        }

        @ParameterizedTest
        @CsvSource({"2027-03-13T00:03Z, MINUTE", "2027-03-13T00:03:45Z, SECOND", "2027-03-13T00:03:45.1Z, FRACTION"})
        void is_as_exact_as_it_was_written(String text, Precision precision) {
            assertThat(read(text, "").time().orElseThrow().precision()).isEqualTo(precision);
        }

        @Test
        void that_is_only_a_day_is_taken_from_its_first_moment_and_says_so() {
            TimeReading reading = read("2027-03-12", "Europe/Paris");
            assertThat(reading.time().orElseThrow().instant()).isEqualTo(Instant.parse("2027-03-11T23:00:00Z"));
            assertThat(codes(reading)).containsExactly("time-is-a-day");
        }

        @Test
        void whose_day_and_month_may_be_exchanged_is_asked_about() {
            TimeReading reading = read("03/04/2027 01:03:45", "UTC");
            assertThat(reading.time()).isEmpty();
            assertThat(reading.complaints().getFirst().details())
                    .containsEntry("dayFirst", "2027-04-03 01:03:45")
                    .containsEntry("monthFirst", "2027-03-04 01:03:45");
        }

        @Test
        void whose_day_and_month_are_the_same_number_needs_no_question() {
            assertThat(read("03/03/2027 01:03:45", "UTC").time()).isPresent();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "yesterday",
                    "2027-13-01 10:00",
                    "2027-02-29 10:00",
                    "31/04/2027 10:00",
                    "2027-03-13 24:30",
                    "2027-03-13 10:60",
                    "13:05 PM",
                    "10",
                    "2027",
                    "13 Foo 2027 10:00",
                    "2027-03-13T10:00 13:00 AM"
                })
        void that_nobody_can_read_is_refused(String text) {
            assertThat(codes(read(text, "UTC"))).containsExactly("time-unreadable");
        }

        @Test
        void without_its_year_is_asked_for_it() {
            assertThat(codes(read("Mar 13 01:03:45", "UTC"))).containsExactly("time-without-year");
            assertThat(codes(read("13/03/27 01:03", "UTC"))).containsExactly("time-short-year");
        }

        @Test
        void that_lies_ahead_of_us_is_doubted() {
            assertThat(codes(read("2027-03-13T02:00:00Z", ""))).containsExactly("time-in-future");
            assertThat(codes(read("2027-03-13T01:34:00Z", ""))).isEmpty();
            assertThat(TimeReading.ofAny("/deadline", "2027-03-14T02:00:00Z", "", "")
                            .complaints())
                    .isEmpty();
        }

        @Test
        void that_lies_before_any_log_is_doubted() {
            assertThat(codes(read("1970-01-01T00:00:00Z", ""))).containsExactly("time-long-ago");
        }
    }

    @Nested
    class Its_zone {
        @Test
        void is_asked_for_when_it_is_missing() {
            TimeReading reading = read("2027-03-13 01:03:45", "");
            assertThat(codes(reading)).containsExactly("time-without-zone");
            assertThat(reading.complaints().getFirst().pointer()).isEqualTo("/items/0/from/zone");
            assertThat(reading.time()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"CET", "IST", "est", "BST"})
        void is_not_three_letters(String zone) {
            assertThat(codes(read("2027-03-13 01:03:45", zone))).containsExactly("zone-abbreviation");
            assertThat(codes(read("2027-03-13 01:03:45 " + zone.toUpperCase(java.util.Locale.ROOT), "")))
                    .containsExactly("zone-abbreviation");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Europe/Atlantis", "+25:00", "+01:75", "-13:00", "local time"})
        void must_exist(String zone) {
            assertThat(codes(read("2027-03-13 01:03:45", zone))).containsExactly("zone-unknown");
        }

        @Test
        void may_stand_in_the_text_and_beside_it_when_both_agree() {
            assertThat(read("2027-03-13 01:03:45 +0100", "Europe/Paris").time()).isPresent();
            assertThat(codes(read("2027-03-13 01:03:45 +0100", "Europe/Moscow")))
                    .containsExactly("zone-contradicts");
        }
    }

    @Nested
    class An_hour_that_comes_twice {
        private static final String TEXT = "2026-10-25 02:30:00";

        @Test
        void is_asked_about_with_both_answers() {
            TimeReading reading = read(TEXT, "Europe/Paris");
            assertThat(codes(reading)).containsExactly("time-in-fold");
            assertThat(reading.complaints().getFirst().details())
                    .containsEntry("first", "2026-10-25T00:30:00Z")
                    .containsEntry("second", "2026-10-25T01:30:00Z");
        }

        @Test
        void is_read_once_the_person_has_said_which() {
            WrittenTime first = read(TEXT, "Europe/Paris", "first").time().orElseThrow();
            WrittenTime second = read(TEXT, "Europe/Paris", "second").time().orElseThrow();
            assertThat(first.fold()).isEqualTo(Fold.FIRST);
            assertThat(second.fold()).isEqualTo(Fold.SECOND);
            assertThat(second.instant()).isEqualTo(first.instant().plusSeconds(3600));
        }

        @Test
        void is_not_settled_by_an_answer_that_is_none() {
            assertThat(codes(read(TEXT, "Europe/Paris", "maybe"))).containsExactly("time-in-fold");
        }

        @Test
        void needs_no_question_when_the_text_has_the_offset() {
            assertThat(read(TEXT + " +0200", "Europe/Paris")
                            .time()
                            .orElseThrow()
                            .instant())
                    .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        }
    }

    @Nested
    class An_hour_that_never_was {
        @Test
        void is_refused_and_shows_the_jump() {
            TimeReading reading = TimeReading.ofAny("/t", "2027-03-28 02:30:00", "Europe/Paris", "");
            assertThat(codes(reading)).containsExactly("time-in-gap");
            assertThat(reading.complaints().getFirst().details())
                    .containsEntry("before", "2027-03-28 02:00")
                    .containsEntry("after", "2027-03-28 03:00");
        }
    }
}
