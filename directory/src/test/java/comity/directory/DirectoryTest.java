package comity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.directory.list.Entries;
import comity.kernel.Language;
import comity.kernel.StateCode;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private final Entry entry = Entries.full("XA");

    @Nested
    class A_directory {
        @Test
        void is_empty_before_its_first_list() {
            Directory directory = new Directory();
            assertThat(directory.version()).isEqualTo(ListVersion.NONE);
            assertThat(directory.find(new StateCode("XA"))).isEmpty();
        }

        @Test
        void gives_entries_by_State_and_all_in_the_order_of_their_codes() {
            Directory directory = new Directory();
            directory.replace(ListVersion.NONE, List.of(Entries.full("XB"), entry));
            assertThat(directory.find(new StateCode("XA"))).contains(entry);
            assertThat(directory.all())
                    .extracting(found -> found.state().code())
                    .containsExactly("XA", "XB");
        }

        @Test
        void forgets_whom_a_new_list_leaves_out() {
            Directory directory = new Directory();
            directory.replace(ListVersion.NONE, List.of(entry));
            directory.replace(ListVersion.NONE, List.of());
            assertThat(directory.find(new StateCode("XA"))).isEmpty();
        }
    }

    @Nested
    class An_entry {
        @Test
        void is_named_in_the_readers_language_or_else_in_English() {
            assertThat(entry.name(Language.FRENCH)).isEqualTo("République XA");
            assertThat(entry.name(Language.RUSSIAN)).isEqualTo("Republic of XA");
        }

        @Test
        void is_stale_when_it_was_not_confirmed_for_half_a_year() {
            assertThat(entry.isStale(LocalDate.of(2027, 7, 15))).isFalse();
            assertThat(entry.isStale(LocalDate.of(2027, 7, 16))).isTrue();
        }

        @Test
        void knows_its_holidays_to_the_last_day() {
            assertThat(entry.holidayOn(LocalDate.of(2027, 7, 15))).isPresent();
            assertThat(entry.holidayOn(LocalDate.of(2027, 7, 16))).isEmpty();
        }

        @Test
        void names_the_desk_that_answers_at_night() {
            assertThat(entry.contactPoint()).map(Desk::id).contains("contact-point");
        }

        @Test
        void cannot_be_without_an_English_name() {
            assertThatThrownBy(() -> new Entry(
                            entry.state(),
                            Map.of("fr", "Arvénie"),
                            entry.status(),
                            entry.zone(),
                            entry.languages(),
                            entry.desks(),
                            entry.authorities(),
                            Optional.empty(),
                            entry.preservation(),
                            entry.holidays(),
                            entry.confirmedOn()))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void cannot_have_letters_sent_in_the_open() {
            URI open = URI.create("http://node.example");
            assertThatThrownBy(() -> new NodeAddress(open, open, "", "", "", ""))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Opening_hours {
        private final OpeningHours night =
                new OpeningHours(DayOfWeek.FRIDAY, DayOfWeek.MONDAY, LocalTime.of(22, 0), LocalTime.of(6, 0));

        @Test
        void may_run_over_the_weekend_and_past_midnight() {
            assertThat(night.cover(DayOfWeek.SUNDAY, LocalTime.of(23, 0))).isTrue();
            assertThat(night.cover(DayOfWeek.TUESDAY, LocalTime.of(5, 59))).isTrue();
        }

        @Test
        void end_when_they_say() {
            assertThat(night.cover(DayOfWeek.TUESDAY, LocalTime.of(6, 0))).isFalse();
            assertThat(night.cover(DayOfWeek.WEDNESDAY, LocalTime.of(23, 0))).isFalse();
            assertThat(night.cover(DayOfWeek.FRIDAY, LocalTime.of(5, 0))).isFalse();
        }
    }

    @Nested
    class A_list_version {
        private final Instant end = Instant.parse("2027-03-31T00:00:00Z");
        private final ListVersion version = new ListVersion(3, Instant.parse("2027-03-01T00:00:00Z"), end, "");

        @Test
        void warns_a_week_before_its_end_and_says_when_it_is_over() {
            assertThat(version.freshness(end.minus(Duration.ofDays(8)))).isEqualTo(ListVersion.Freshness.FRESH);
            assertThat(version.freshness(end.minus(Duration.ofDays(7)))).isEqualTo(ListVersion.Freshness.EXPIRES_SOON);
            assertThat(version.freshness(end)).isEqualTo(ListVersion.Freshness.EXPIRED);
        }
    }
}
