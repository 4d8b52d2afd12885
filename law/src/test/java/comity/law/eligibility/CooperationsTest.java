package comity.law.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import comity.law.BrokenLawFile;
import comity.law.Fact;
import comity.law.Law;
import comity.law.LawFiles;
import comity.law.PreservationTerms;
import comity.law.RefusalGround;
import comity.law.RequiredContent;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CooperationsTest {
    private static final Law LAW = Law.load();
    private final Cooperations cooperations = Cooperations.load(LAW.terms(), LAW.grounds());
    private final Cooperation preservation = cooperations.preservation();

    private static Cooperations read(String json) {
        return LawFiles.read("a test", Utf8.bytes(json), file -> Cooperations.from(file, LAW.terms(), LAW.grounds()));
    }

    private static String file() throws IOException {
        try (InputStream bytes = Cooperations.class.getResourceAsStream("cooperation.json")) {
            return Utf8.text(Objects.requireNonNull(bytes).readAllBytes());
        }
    }

    @Nested
    class A_preservation {
        @ParameterizedTest
        @CsvSource({
            "0, 2027-05-12T02:12:00Z",
            "59, 2027-05-12T02:12:00Z",
            "60, 2027-05-12T02:12:00Z",
            "61, 2027-05-13T02:12:00Z",
            "120, 2027-07-11T02:12:00Z"
        })
        void lasts_the_longer_of_the_floor_and_the_states_own_term(int stateDays, Instant until) {
            // Sixty days across the change to summer time, as in the story of Ward 9.
            assertThat(preservation.clock("keep-at-least").end(Instant.parse("2027-03-13T02:12:00Z"), stateDays))
                    .isEqualTo(until);
        }

        @ParameterizedTest
        @CsvSource({"30, 2027-04-12T02:12:00Z", "90, 2027-06-11T02:12:00Z", "365, 2027-06-11T02:12:00Z"})
        void rests_on_domestic_orders_that_never_last_longer_than_the_cap(int stateDays, Instant end) {
            assertThat(preservation.clock("domestic-order").end(Instant.parse("2027-03-13T02:12:00Z"), stateDays))
                    .isEqualTo(end);
        }

        @Test
        void lasts_what_the_file_of_the_terms_says() {
            PreservationTerms now = LAW.terms();
            Fact<Integer> floor = now.floorDays();
            PreservationTerms longer = new PreservationTerms(
                    new Fact<>(75, "42(80)", floor.mark(), floor.asOf(), floor.note()),
                    now.holdUntilDecision(),
                    now.extensionBeforeExpiry(),
                    now.domesticOrderMaxDays(),
                    now.domesticOrderRenewable(),
                    now.alarmDaysBefore(),
                    now.firstAcknowledgement(),
                    now.callBack());
            Cooperation.Clock clock =
                    Cooperations.load(longer, LAW.grounds()).preservation().clock("keep-at-least");
            assertThat(clock.length()).isEqualTo(75);
            assertThat(clock.source().article()).isEqualTo("42(80)");
        }

        @Test
        void says_the_seven_things_of_the_third_paragraph() {
            assertThat(preservation.contents())
                    .extracting(RequiredContent::paragraph)
                    .containsExactly("a", "b", "c", "d", "e", "f", "g");
            assertThat(preservation.required("necessity")).isPresent();
            assertThat(preservation.required("confidentiality")).isEmpty();
        }

        @Test
        void is_declined_on_the_four_grounds_of_the_text_and_no_other() {
            assertThat(preservation.open(true, false))
                    .extracting(RefusalGround::provision)
                    .containsExactly("40(21)(b)", "40(21)(c)", "40(22)", "42(5)");
        }

        @Test
        void is_declined_for_dual_criminality_only_with_the_reservation_and_outside_the_convention() {
            RefusalGround ground =
                    LAW.grounds().find("reserved-dual-criminality").orElseThrow();
            assertThat(preservation.shuts(ground, false, false)).contains(Cooperation.Shut.RESERVATION_NOT_MADE);
            assertThat(preservation.shuts(ground, true, true)).contains(Cooperation.Shut.CONVENTION_OFFENCE);
            assertThat(preservation.shuts(ground, true, false)).isEmpty();
        }
    }

    @Nested
    class Every_measure {
        @ParameterizedTest
        @ValueSource(strings = {"fiscal", "bank-secrecy", "fiscal-extradition"})
        void is_never_declined_for_what_is_never_enough(String code) {
            RefusalGround ground = LAW.grounds().find(code).orElseThrow();
            assertThat(cooperations.all())
                    .allSatisfy(measure ->
                            assertThat(measure.shuts(ground, true, false)).contains(Cooperation.Shut.NEVER_ALONE));
        }

        @Test
        void has_no_end_where_the_text_has_no_number() {
            Cooperation.Clock open = preservation.clock("keep-until-decision");
            assertThatThrownBy(() -> open.end(Instant.EPOCH, 5)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class A_file_that_contradicts_the_grounds {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"essential-interests | fiscal", "fiscal | essential-interests"})
        void is_refused(String ground, String other) throws IOException {
            String wrong = file().replaceFirst('"' + ground + '"', '"' + other + '"');
            assertThatThrownBy(() -> read(wrong))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("is on the wrong list: " + other);
        }

        @Test
        void is_refused_when_it_names_a_term_that_there_is_not() throws IOException {
            String wrong = file().replaceFirst("\"floorDays\"", "\"floorWeeks\"");
            assertThatThrownBy(() -> read(wrong)).hasMessageContaining("is not a term: floorWeeks");
        }
    }
}
