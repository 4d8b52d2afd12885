package comity.law.matching;

import static comity.law.matching.Books.DAY;
import static comity.law.matching.Books.XA;
import static comity.law.matching.Books.XB;
import static comity.law.matching.Books.all;
import static comity.law.matching.Books.altering;
import static comity.law.matching.Books.book;
import static comity.law.matching.Books.covers;
import static comity.law.matching.Books.during;
import static comity.law.matching.Books.hindering;
import static comity.law.matching.Books.lacks;
import static comity.law.matching.Books.more;
import static comity.law.matching.Books.provision;
import static comity.law.matching.Books.unknown;
import static comity.law.matching.Books.with;
import static org.assertj.core.api.Assertions.assertThat;

import comity.law.matching.Answer.Kind;
import comity.law.matching.Conduct.Act;
import comity.law.matching.Conduct.Alleged;
import comity.law.matching.Point.Reason;
import comity.law.offence.Element;
import comity.law.offence.Elements;
import comity.law.offence.InForce;
import comity.law.offence.Mapping;
import comity.law.offence.NationalLaw;
import comity.law.offence.OffenceCatalogue;
import comity.law.offence.OffencePattern;
import comity.law.offence.Part;
import comity.law.offence.ProvisionId;
import comity.law.offence.Rule;
import comity.law.offence.Rule.Position;
import comity.law.offence.Vouching.Voucher;
import comity.testkit.Chance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MatcherTest {
    private final Elements elements = Elements.load();
    private final NationalLaw whole = book(XB, true, List.of(), provision("XB.penal.1", hindering()));

    private static Conduct conduct(Set<String> shown, Set<String> ruledOut, Alleged... alleged) {
        return new Conduct(
                "locks a hospital's files",
                Part.COMMITTED,
                List.of(new Act("locks files", List.of(alleged))),
                shown,
                ruledOut);
    }

    private static final Alleged HINDERING = new Alleged("unc.10", Set.of());
    private static final Alleged ALTERING = new Alleged("unc.9", Set.of("unc.9/alter"));

    private Opinion match(Conduct conduct, NationalLaw first, NationalLaw second) {
        return new Matcher(OffenceCatalogue.of(elements, List.of(first, second))).match(conduct, XA, XB, DAY);
    }

    private static NationalLaw hinderingOf(List<Mapping> mappings) {
        return book(XA, true, List.of(), provision("XA.penal.1", mappings));
    }

    @Nested
    class The_four_answers {
        private final Conduct plain = conduct(Set.of(), Set.of(), HINDERING);

        @Test
        void matched_when_both_laws_reach_every_element() {
            Opinion opinion = match(plain, hinderingOf(hindering()), whole);
            assertThat(opinion.answer()).isEqualTo(new Answer.Matched());
            assertThat(opinion.acts().getFirst().offences().getFirst().rows())
                    .hasSize(5)
                    .allSatisfy(row -> {
                        assertThat(row.first().verdict()).isEqualTo(Cell.Verdict.COVERED);
                        assertThat(row.first().provision()).contains(new ProvisionId("XA.penal.1"));
                        assertThat(row.first().wording())
                                .isEqualTo("words for " + row.element().id());
                    });
        }

        @Test
        void matched_with_facts_when_a_law_demands_more_and_the_fact_is_named() {
            List<Mapping> mappings = with(more("unc.10/serious-hindering", "serious-harm"), hindering());
            Answer answer = match(plain, hinderingOf(mappings), whole).answer();
            assertThat(answer.kind()).isEqualTo(Kind.MATCHED_WITH_FACTS);
            assertThat(answer.points()).singleElement().satisfies(point -> {
                assertThat(point.reason()).isEqualTo(Reason.FACT_TO_STATE);
                assertThat(point.state()).isEqualTo(XA);
                assertThat(point.fact()).contains("serious-harm");
                assertThat(point.wording()).isEqualTo("words for serious-harm");
            });
        }

        @Test
        void matched_once_that_fact_is_shown_and_not_matched_once_it_is_ruled_out() {
            List<Mapping> mappings = with(more("unc.10/serious-hindering", "serious-harm"), hindering());
            Conduct shown = conduct(Set.of("serious-harm"), Set.of(), HINDERING);
            assertThat(match(shown, hinderingOf(mappings), whole).answer().kind())
                    .isEqualTo(Kind.MATCHED);
            Conduct ruledOut = conduct(Set.of(), Set.of("serious-harm"), HINDERING);
            assertThat(match(ruledOut, hinderingOf(mappings), whole).answer().points())
                    .extracting(Point::reason)
                    .containsExactly(Reason.RULED_OUT);
        }

        @Test
        void not_matched_when_a_law_lacks_an_element_and_says_which_in_which_law() {
            Answer answer = match(plain, hinderingOf(with(lacks("unc.10/system"), hindering())), whole)
                    .answer();
            assertThat(answer.kind()).isEqualTo(Kind.NOT_MATCHED);
            assertThat(answer.points()).singleElement().satisfies(point -> {
                assertThat(point.state()).isEqualTo(XA);
                assertThat(point.element()).contains("unc.10/system");
                assertThat(point.reason()).isEqualTo(Reason.ELEMENT_LACKING);
                assertThat(point.provision()).contains(new ProvisionId("XA.penal.1"));
            });
        }

        @Test
        void not_known_when_nobody_has_compared_an_element() {
            for (List<Mapping> mappings : List.of(
                    with(unknown("unc.10/system"), hindering()), hindering().subList(0, 4))) {
                Answer answer = match(plain, hinderingOf(mappings), whole).answer();
                assertThat(answer.kind()).isEqualTo(Kind.NOT_KNOWN);
                assertThat(answer.points()).extracting(Point::reason).containsExactly(Reason.ELEMENT_NOT_COMPARED);
            }
        }

        @Test
        void not_known_when_a_state_has_given_no_book() {
            Answer answer = new Matcher(OffenceCatalogue.of(elements, List.of(whole)))
                    .match(plain, XA, XB, DAY)
                    .answer();
            assertThat(answer.kind()).isEqualTo(Kind.NOT_KNOWN);
            assertThat(answer.points()).extracting(Point::reason).containsExactly(Reason.NO_BOOK);
        }

        @Test
        void depend_on_whether_a_book_without_a_provision_is_complete() {
            assertThat(match(plain, book(XA, true, List.of()), whole).answer().points())
                    .extracting(Point::reason)
                    .containsExactly(Reason.NO_PROVISION);
            assertThat(match(plain, book(XA, false, List.of()), whole).answer().kind())
                    .isEqualTo(Kind.NOT_KNOWN);
        }
    }

    @Nested
    class A_provision {
        private final Conduct plain = conduct(Set.of(), Set.of(), HINDERING);

        @Test
        void counts_only_on_the_days_on_which_it_applies() {
            LocalDate last = DAY.minusDays(1);
            NationalLaw repealed = book(
                    XA,
                    true,
                    List.of(),
                    during(
                            new InForce(LocalDate.parse("2000-01-01"), Optional.of(last)),
                            provision("XA.penal.1", hindering())));
            Matcher matcher = new Matcher(OffenceCatalogue.of(elements, List.of(repealed, whole)));
            assertThat(matcher.match(plain, XA, XB, last).answer().kind()).isEqualTo(Kind.MATCHED);
            assertThat(matcher.match(plain, XA, XB, DAY).answer().kind()).isEqualTo(Kind.NOT_MATCHED);
        }

        @Test
        void that_reaches_furthest_carries_the_answer() {
            NationalLaw two = book(
                    XA,
                    true,
                    List.of(),
                    provision("XA.penal.1", with(lacks("unc.10/intent"), hindering())),
                    provision("XA.penal.2", hindering()));
            Opinion opinion = match(plain, two, whole);
            assertThat(opinion.answer().kind()).isEqualTo(Kind.MATCHED);
            assertThat(opinion.acts()
                            .getFirst()
                            .first()
                            .provision()
                            .orElseThrow()
                            .id())
                    .isEqualTo(new ProvisionId("XA.penal.2"));
        }

        @Test
        void takes_in_what_it_incorporates_and_names_whose_words_they_are() {
            NationalLaw law = book(
                    XA,
                    true,
                    List.of(),
                    provision("XA.penal.5", all("unc.10/intent")),
                    provision(
                            "XA.penal.1",
                            hindering().subList(0, 4),
                            "P5Y",
                            Voucher.STATE,
                            List.of(new ProvisionId("XA.penal.5"))));
            Opinion opinion = match(plain, law, whole);
            assertThat(opinion.answer().kind()).isEqualTo(Kind.MATCHED);
            assertThat(opinion.acts().getFirst().first().at("unc.10/intent").provision())
                    .contains(new ProvisionId("XA.penal.5"));
        }

        @Test
        void that_only_says_what_intent_is_does_not_stand_for_the_offence() {
            NationalLaw law = book(
                    XA,
                    true,
                    List.of(),
                    provision("XA.penal.5", all("unc.10/intent")),
                    provision("XA.penal.1", with(lacks("unc.10/system"), hindering())));
            assertThat(match(plain, law, whole).answer().kind()).isEqualTo(Kind.NOT_MATCHED);
        }

        @Test
        void that_nobody_vouches_for_lowers_the_confidence_and_not_the_answer() {
            NationalLaw unverified =
                    book(XA, true, List.of(), provision("XA.penal.1", hindering(), "P5Y", Voucher.NOBODY, List.of()));
            Opinion opinion = match(plain, unverified, whole);
            assertThat(opinion.answer().kind()).isEqualTo(Kind.MATCHED);
            assertThat(opinion.confidence()).isEqualTo(Confidence.UNVERIFIED);
            assertThat(match(plain, hinderingOf(hindering()), whole).confidence())
                    .isEqualTo(Confidence.VERIFIED_BY_STATE);
        }
    }

    @Nested
    class Conduct_is_compared_and_not_its_name {
        private final NationalLaw asAltering = book(XA, true, List.of(), provision("XA.penal.9", altering()));

        @Test
        void so_one_act_may_be_one_offence_here_and_another_there() {
            Opinion opinion = match(conduct(Set.of(), Set.of(), ALTERING, HINDERING), asAltering, whole);
            assertThat(opinion.answer().kind()).isEqualTo(Kind.MATCHED);
            assertThat(opinion.acts()
                            .getFirst()
                            .first()
                            .provision()
                            .orElseThrow()
                            .id())
                    .isEqualTo(new ProvisionId("XA.penal.9"));
            assertThat(opinion.acts().getFirst().offences())
                    .extracting(offence -> offence.answer().kind())
                    .containsExactly(Kind.NOT_MATCHED, Kind.NOT_MATCHED);
        }

        @Test
        void and_two_acts_are_matched_only_when_each_is() {
            Conduct two = new Conduct(
                    "two acts",
                    Part.COMMITTED,
                    List.of(new Act("alters", List.of(ALTERING)), new Act("hinders", List.of(HINDERING))),
                    Set.of(),
                    Set.of());
            assertThat(match(two, asAltering, whole).answer().kind()).isEqualTo(Kind.NOT_MATCHED);
        }

        @Test
        void and_other_conduct_is_told_apart() {
            Conduct withDemand = new Conduct(
                    "locks files and demands payment",
                    Part.COMMITTED,
                    List.of(
                            new Act("locks files", List.of(HINDERING)),
                            new Act("demands payment", List.of(new Alleged("other.extortion", Set.of())))),
                    Set.of(),
                    Set.of());
            Opinion opinion = match(withDemand, hinderingOf(hindering()), whole);
            assertThat(opinion.answer().kind()).isEqualTo(Kind.MATCHED);
            assertThat(opinion.acts().getLast().answer().kind()).isEqualTo(Kind.NOT_MATCHED);
        }
    }

    @Nested
    class An_option_that_states_may_add {
        private final NationalLaw second = book(XB, true, List.of(), provision("XB.penal.9", altering()));

        @Test
        void is_a_fact_to_state_where_the_law_takes_it_up() {
            List<Mapping> demanding = new ArrayList<>(altering());
            demanding.add(covers("unc.9/serious-harm"));
            NationalLaw first = book(XA, true, List.of(), provision("XA.penal.9", demanding));
            Conduct plain = conduct(Set.of(), Set.of(), ALTERING);
            assertThat(match(plain, first, second).answer().points())
                    .extracting(Point::element)
                    .containsExactly(Optional.of("unc.9/serious-harm"));
            Conduct shown = conduct(Set.of("unc.9/serious-harm"), Set.of(), ALTERING);
            assertThat(match(shown, first, second).answer().kind()).isEqualTo(Kind.MATCHED);
        }

        @Test
        void is_not_demanded_where_the_law_is_silent() {
            Opinion opinion = match(conduct(Set.of(), Set.of(), ALTERING), hinderingOf(hindering()), second);
            assertThat(opinion.acts()
                            .getFirst()
                            .second()
                            .at("unc.9/serious-harm")
                            .verdict())
                    .isEqualTo(Cell.Verdict.NOT_DEMANDED);
        }
    }

    @Nested
    class Alternatives {
        private final List<Mapping> onlyDeceit = all(
                "unc.13/deception",
                "unc.13/property-loss",
                "unc.13/without-right",
                "unc.13/intent",
                "unc.13/gain-intent");
        private final NationalLaw second = book(
                XB, true, List.of(), provision("XB.penal.13", with(covers("unc.13/data-manipulation"), onlyDeceit)));
        private final NationalLaw first = book(
                XA, true, List.of(), provision("XA.penal.13", with(lacks("unc.13/data-manipulation"), onlyDeceit)));

        private Answer fraud(String... ways) {
            return match(conduct(Set.of(), Set.of(), new Alleged("unc.13", Set.of(ways))), first, second)
                    .answer();
        }

        @Test
        void are_compared_by_the_one_that_is_alleged() {
            assertThat(fraud("unc.13/deception").kind()).isEqualTo(Kind.MATCHED);
            assertThat(fraud("unc.13/data-manipulation").points())
                    .extracting(Point::element)
                    .containsExactly(Optional.of("unc.13/data-manipulation"));
        }

        @Test
        void are_met_when_one_of_several_alleged_ones_is() {
            assertThat(fraud("unc.13/data-manipulation", "unc.13/deception").kind())
                    .isEqualTo(Kind.MATCHED);
        }

        @Test
        void make_the_answer_unknown_when_none_is_alleged() {
            assertThat(fraud().points()).extracting(Point::reason).contains(Reason.WAY_NOT_SAID);
        }
    }

    @Nested
    class An_exit {
        private final List<Mapping> tools = all(
                "unc.11/make-available",
                "unc.11/device",
                "unc.11/without-right",
                "unc.11/intent-to-use",
                "unc.11/authorized-testing");
        private final Alleged alleged = new Alleged("unc.11", Set.of("unc.11/make-available", "unc.11/device"));
        private final NationalLaw first = book(XA, true, List.of(), provision("XA.penal.11", tools));
        private final NationalLaw second = book(XB, true, List.of(), provision("XB.penal.11", tools));

        @Test
        void takes_the_conduct_out_when_its_facts_are_shown() {
            Opinion opinion = match(conduct(Set.of("unc.11/authorized-testing"), Set.of(), alleged), first, second);
            assertThat(opinion.answer().kind()).isEqualTo(Kind.NOT_MATCHED);
            assertThat(opinion.answer().points()).extracting(Point::reason).containsOnly(Reason.EXEMPT);
            assertThat(opinion.acts()
                            .getFirst()
                            .offences()
                            .getFirst()
                            .convention()
                            .kind())
                    .isEqualTo(Kind.NOT_MATCHED);
        }

        @Test
        void says_nothing_when_it_is_not_raised() {
            assertThat(match(conduct(Set.of(), Set.of(), alleged), first, second)
                            .answer()
                            .kind())
                    .isEqualTo(Kind.MATCHED);
        }
    }

    @Nested
    class The_part_a_person_had {
        private Answer attempt(List<Rule> rules) {
            Conduct attempt = new Conduct(
                    "tries", Part.ATTEMPT, List.of(new Act("tries to hinder", List.of(HINDERING))), Set.of(), Set.of());
            NationalLaw second = book(
                    XB,
                    true,
                    List.of(new Rule("attempt", Position.YES, List.of(), "s. 3")),
                    provision("XB.penal.1", hindering()));
            return match(attempt, book(XA, true, rules, provision("XA.penal.1", hindering())), second)
                    .answer();
        }

        @Test
        void must_be_punishable_in_both_laws() {
            assertThat(attempt(List.of(new Rule("attempt", Position.YES, List.of(), "s. 1")))
                            .kind())
                    .isEqualTo(Kind.MATCHED);
            assertThat(attempt(List.of(new Rule("attempt", Position.YES, List.of("unc.7"), "s. 1")))
                            .points())
                    .extracting(Point::reason)
                    .containsExactly(Reason.PART_NOT_PUNISHED);
            assertThat(attempt(List.of()).points()).extracting(Point::reason).containsExactly(Reason.PART_NOT_KNOWN);
        }
    }

    /// What must hold for any two laws and any conduct.
    @Nested
    class By_chance {
        private NationalLaw anyLaw(Chance chance, comity.kernel.StateCode state, OffencePattern offence) {
            List<comity.law.offence.Provision> provisions = new ArrayList<>();
            for (int i = 0; i < chance.number(0, 3); i++) {
                List<Mapping> mappings = new ArrayList<>();
                for (Element element : offence.elements()) {
                    switch (chance.number(0, 9)) {
                        case 0 -> mappings.add(lacks(element.id()));
                        case 1 -> mappings.add(unknown(element.id()));
                        case 2 -> mappings.add(more(element.id(), "fact-" + chance.number(1, 3)));
                        case 3 -> {}
                        default -> mappings.add(covers(element.id()));
                    }
                }
                mappings.add(covers("other.stalking/fear"));
                provisions.add(provision(state + ".penal." + i, mappings));
            }
            return book(state, chance.onceIn(2), List.of(), provisions.toArray(comity.law.offence.Provision[]::new));
        }

        private Conduct anyConduct(Chance chance, OffencePattern offence) {
            Set<String> ways = new java.util.HashSet<>();
            offence.elements().stream()
                    .filter(Element::isAlternative)
                    .filter(_ -> chance.onceIn(2))
                    .forEach(element -> ways.add(element.id()));
            Set<String> shown = new java.util.HashSet<>();
            Set<String> ruledOut = new java.util.HashSet<>();
            List<String> facts = new ArrayList<>(List.of("fact-1", "fact-2", "fact-3"));
            offence.elements().forEach(element -> facts.add(element.id()));
            for (String fact : facts) {
                switch (chance.number(0, 5)) {
                    case 0 -> shown.add(fact);
                    case 1 -> ruledOut.add(fact);
                    default -> {}
                }
            }
            return conduct(shown, ruledOut, new Alleged(offence.id(), ways));
        }

        @Test
        void the_answer_does_not_depend_on_who_is_asked_first() {
            Chance.times(400, chance -> {
                OffencePattern offence = chance.oneOf(elements.all());
                NationalLaw one = anyLaw(chance, XA, offence);
                NationalLaw other = anyLaw(chance, XB, offence);
                Conduct conduct = anyConduct(chance, offence);
                Matcher matcher = new Matcher(OffenceCatalogue.of(elements, List.of(one, other)));
                Answer forth = matcher.match(conduct, XA, XB, DAY).answer();
                Answer back = matcher.match(conduct, XB, XA, DAY).answer();
                assertThat(back.kind()).isEqualTo(forth.kind());
                assertThat(Set.copyOf(back.points())).isEqualTo(Set.copyOf(forth.points()));
            });
        }

        @Test
        void every_answer_but_matched_gives_its_reasons_and_matched_gives_none() {
            Chance.times(400, chance -> {
                OffencePattern offence = chance.oneOf(elements.all());
                Opinion opinion =
                        match(anyConduct(chance, offence), anyLaw(chance, XA, offence), anyLaw(chance, XB, offence));
                assertThat(opinion.answer().points().isEmpty())
                        .isEqualTo(opinion.answer().kind() == Kind.MATCHED);
            });
        }

        @Test
        void stating_a_fact_that_is_asked_for_never_makes_an_answer_worse() {
            Chance.times(400, chance -> {
                OffencePattern offence = chance.oneOf(elements.all());
                NationalLaw one = anyLaw(chance, XA, offence);
                NationalLaw other = anyLaw(chance, XB, offence);
                Conduct before = anyConduct(chance, offence);
                Answer answer = match(before, one, other).answer();
                if (answer.kind() == Kind.MATCHED_WITH_FACTS) {
                    Set<String> shown = new java.util.HashSet<>(before.shown());
                    answer.points().forEach(point -> {
                        shown.add(point.element().orElseThrow());
                        point.fact().ifPresent(shown::add);
                    });
                    Conduct after = new Conduct(before.about(), before.part(), before.acts(), shown, before.ruledOut());
                    assertThat(match(after, one, other).answer().kind()).isEqualTo(Kind.MATCHED);
                }
            });
        }
    }
}
