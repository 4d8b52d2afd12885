package comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LawTest {
    private final Law law = Law.load();

    @Nested
    class A_preservation {
        @Test
        void rings_before_its_end_the_earliest_first() {
            assertThat(law.terms().alarmsBefore(Instant.parse("2027-05-12T02:12:00Z")))
                    .containsExactly(
                            Instant.parse("2027-04-21T02:12:00Z"),
                            Instant.parse("2027-04-28T02:12:00Z"),
                            Instant.parse("2027-05-05T02:12:00Z"),
                            Instant.parse("2027-05-10T02:12:00Z"));
        }

        @ParameterizedTest
        @EnumSource
        void knows_where_each_kind_of_risk_comes_from(RiskKind kind) {
            assertThat(law.risks().source(kind).article()).isEqualTo("42(7)");
        }
    }

    @Nested
    class A_refusal_of_preservation {
        @Test
        void under_the_reservation_is_tied_to_the_reservation_and_to_offences_outside_the_convention() {
            assertThat(law.grounds().find("reserved-dual-criminality")).get().satisfies(ground -> {
                assertThat(ground.needsReservation()).isTrue();
                assertThat(ground.onlyOutsideConvention()).isTrue();
            });
        }
    }

    @Nested
    class The_offences {
        @Test
        void are_those_of_articles_7_to_17() {
            assertThat(law.offences().all())
                    .extracting(Offence::id)
                    .containsExactlyElementsOf(IntStream.rangeClosed(7, 17)
                            .mapToObj(article -> "unc." + article)
                            .toList());
        }

        @Test
        void protect_victims_in_three_and_take_material_down_in_two() {
            assertThat(law.offences().all().stream().filter(Offence::victimSupport))
                    .extracting(Offence::article)
                    .containsExactly(14, 15, 16);
            assertThat(law.offences().all().stream().filter(Offence::contentRemoval))
                    .extracting(Offence::article)
                    .containsExactly(14, 16);
        }

        @Test
        void outside_the_list_count_from_four_years_on() {
            assertThat(law.offences().isSerious(3)).isFalse();
            assertThat(law.offences().isSerious(4)).isTrue();
        }
    }

    @Nested
    class The_articles {
        @Test
        void are_sixty_eight_in_nine_chapters() {
            List<ConventionArticles.Article> articles =
                    law.articles().all().stream().map(Fact::value).toList();
            assertThat(articles).hasSize(68);
            assertThat(articles.stream()
                            .map(ConventionArticles.Article::chapter)
                            .distinct())
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Nested
    class The_legal_bases {
        @Test
        void begin_with_the_convention_which_binds_only_its_parties() {
            assertThat(law.bases().all().getFirst().needsBothBoundByConvention())
                    .isTrue();
            assertThat(law.bases().all().stream().skip(1)).noneMatch(LegalBasis::needsBothBoundByConvention);
        }
    }
}
