package comity.law.matching;

import static comity.law.matching.Books.DAY;
import static comity.law.matching.Books.XA;
import static comity.law.matching.Books.XB;
import static comity.law.matching.Books.book;
import static comity.law.matching.Books.hindering;
import static comity.law.matching.Books.provision;
import static org.assertj.core.api.Assertions.assertThat;

import comity.law.Law;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.Elements;
import comity.law.offence.NationalLaw;
import comity.law.offence.OffenceCatalogue;
import comity.law.offence.Rule;
import comity.law.offence.Rule.Position;
import comity.law.offence.Vouching.Voucher;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriousnessTest {
    private final Elements elements = Elements.load();
    private final Seriousness seriousness = new Seriousness(Law.load().offences());

    @Nested
    class A_crime {
        @ParameterizedTest
        @CsvSource({
            "P4Y, SERIOUS",
            "P3Y11M, NOT_SERIOUS",
            "P3Y12M, SERIOUS",
            "P48M, SERIOUS",
            "P30Y, SERIOUS",
            "LIFE, SERIOUS",
            "DEATH, SERIOUS",
            "FINE_ONLY, NOT_SERIOUS",
            "NOT_KNOWN, NOT_KNOWN"
        })
        void is_serious_from_the_threshold_of_the_file_on(String penalty, Seriousness.Verdict verdict) {
            OffenceCatalogue catalogue = OffenceCatalogue.of(
                    elements,
                    List.of(book(
                            XA,
                            true,
                            List.of(),
                            provision("XA.penal.1", hindering(), penalty, Voucher.STATE, List.of()))));
            assertThat(seriousness.of(catalogue, XA, "unc.10", DAY).verdict()).isEqualTo(verdict);
        }

        @Test
        void is_measured_by_the_provision_that_threatens_the_most() {
            OffenceCatalogue catalogue = OffenceCatalogue.of(
                    elements,
                    List.of(book(
                            XA,
                            true,
                            List.of(),
                            provision("XA.penal.1", hindering(), "P2Y", Voucher.STATE, List.of()),
                            provision("XA.penal.2", hindering(), "P7Y", Voucher.STATE, List.of()),
                            provision("XA.penal.3", hindering(), "NOT_KNOWN", Voucher.STATE, List.of()))));
            Seriousness.Side side = seriousness.of(catalogue, XA, "unc.10", DAY);
            assertThat(side.penalty().code()).isEqualTo("P7Y");
            assertThat(side.verdict()).isEqualTo(Seriousness.Verdict.SERIOUS);
        }

        @Test
        void is_not_known_where_there_is_no_provision() {
            assertThat(seriousness
                            .of(OffenceCatalogue.empty(elements), XB, "unc.10", DAY)
                            .verdict())
                    .isEqualTo(Seriousness.Verdict.NOT_KNOWN);
        }
    }

    @Nested
    class Dual_criminality {
        private final DualCriminality dual = new DualCriminality(DualCriminalityRules.load());

        private NationalLaw law(String measure, Position position) {
            return book(XB, true, List.of(new Rule("dual-criminality/" + measure, position, List.of(), "s. 9")));
        }

        @ParameterizedTest
        @CsvSource({
            "extradition, YES, NEEDED",
            "extradition, NO, WAIVED",
            "stored-data, YES, NEEDED_BY_STATE",
            "stored-data, NO, WAIVED",
            "stored-data, NOT_KNOWN, MAY_BE_NEEDED",
            "preservation, YES, NOT_ALLOWED",
            "traffic-path, YES, NOT_ALLOWED",
            "police-cooperation, NOT_KNOWN, NOT_ADDRESSED",
            "police-cooperation, YES, NEEDED_BY_STATE"
        })
        void depends_on_the_measure_and_on_the_requested_state(
                String measure, Position position, DualCriminality.Need need) {
            assertThat(dual.of(measure, Optional.of(law(measure, position)), true, true))
                    .hasValueSatisfying(answer -> assertThat(answer.need()).isEqualTo(need));
        }

        @Test
        void can_be_reserved_for_preservation_and_only_for_offences_of_others() {
            assertThat(dual.of("preservation", Optional.empty(), false, true)
                            .orElseThrow()
                            .need())
                    .isEqualTo(DualCriminality.Need.RESERVED);
            assertThat(dual.of("preservation", Optional.empty(), false, false)
                            .orElseThrow()
                            .need())
                    .isEqualTo(DualCriminality.Need.NOT_ALLOWED);
            assertThat(dual.of("traffic-path", Optional.empty(), false, true)
                            .orElseThrow()
                            .need())
                    .isEqualTo(DualCriminality.Need.NOT_ALLOWED);
        }

        @Test
        void names_the_paragraph() {
            assertThat(dual.of("preservation", Optional.empty(), true, false)
                            .orElseThrow()
                            .convention()
                            .article())
                    .isEqualTo("42(4)");
            assertThat(dual.of("tea", Optional.empty(), true, false)).isEmpty();
        }
    }
}
