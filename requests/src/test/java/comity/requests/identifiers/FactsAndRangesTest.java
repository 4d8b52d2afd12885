package comity.requests.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Complaint;
import comity.kernel.WrittenTime;
import comity.law.Law;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsAndRangesTest {
    private static final Law LAW = Law.load();
    private static final String PLAIN = "On that night somebody copied files out of the storage of the hospital. ";

    private static List<String> codes(List<Complaint> complaints) {
        return complaints.stream().map(Complaint::code).toList();
    }

    private static List<String> facts(String text) {
        return codes(FactsCheck.check("/facts", text, LAW));
    }

    @Nested
    class A_statement_of_facts {
        @Test
        void of_the_right_length_draws_no_remark() {
            assertThat(facts(PLAIN.repeat(6))).isEmpty();
        }

        @Test
        void that_is_short_or_long_draws_advice() {
            assertThat(facts(PLAIN)).containsExactly("facts-short");
            assertThat(facts(PLAIN.repeat(70))).containsExactly("facts-long");
        }

        @Test
        void is_counted_in_chinese_too() {
            assertThat(facts("当晚有人从医院的云存储中复制了文件。".repeat(12))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a pupil aged 15 was threatened",
                    "une élève de 15 ans a été menacée",
                    "una alumna de 15 años fue amenazada",
                    "15-летняя ученица получила угрозы",
                    "一名15岁的学生受到威胁",
                    "طالبة عمرها ١٥ سنة"
                })
        void with_the_age_of_a_child_sends_the_person_to_look(String text) {
            assertThat(facts(text)).contains("child-mentioned");
        }

        @Test
        void with_a_name_near_the_age_of_a_child_is_warned_of() {
            assertThat(facts("a pupil, Anna Berger, aged 15, was threatened")).contains("child-may-be-named");
        }

        @Test
        void with_the_age_of_an_adult_is_left_alone() {
            assertThat(facts("a person aged 18 and a man of 51 ans")).doesNotContain("child-mentioned");
        }

        @Test
        void may_not_hold_a_card_number() {
            assertThat(facts("paid with 4111 1111 1111 1111 on that day")).contains("card-number-in-text");
            assertThat(facts("paid with 4111 1111 1111 1112 on that day")).doesNotContain("card-number-in-text");
        }

        @Test
        void goes_nowhere_until_a_person_has_said_that_no_child_is_named() {
            assertThat(FactsCheck.childNamesConfirmed("/childNamesConfirmed", false))
                    .get()
                    .extracting(Complaint::weight)
                    .isEqualTo(Complaint.Weight.BLOCKS);
            assertThat(FactsCheck.childNamesConfirmed("/childNamesConfirmed", true))
                    .isEmpty();
        }
    }

    @Nested
    class A_period {
        private List<String> between(String from, String to) {
            return codes(TimeRange.check("/items/0", time(from), time(to), LAW.drafting()));
        }

        private WrittenTime time(String text) {
            return new WrittenTime(
                    text, ZoneOffset.UTC, Instant.parse(text), WrittenTime.Precision.SECOND, WrittenTime.Fold.NONE);
        }

        @Test
        void of_ninety_days_is_fine_and_a_second_more_looks_too_broad() {
            assertThat(between("2027-01-01T00:00:00Z", "2027-04-01T00:00:00Z")).isEmpty();
            assertThat(between("2027-01-01T00:00:00Z", "2027-04-01T00:00:01Z")).containsExactly("range-too-long");
        }

        @Test
        void that_ends_before_it_begins_is_refused() {
            assertThat(between("2027-01-01T00:00:01Z", "2027-01-01T00:00:00Z")).containsExactly("range-backwards");
        }
    }
}
