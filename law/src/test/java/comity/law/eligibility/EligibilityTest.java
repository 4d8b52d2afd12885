package comity.law.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.Law;
import comity.law.RefusalGround;
import comity.law.basis.Carries;
import comity.law.basis.DataClass;
import comity.law.basis.Reason;
import comity.law.basis.TreatyBases;
import comity.law.matching.DualCriminality;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.Elements;
import comity.law.offence.OffenceCatalogue;
import comity.law.treaty.FinalProvisions;
import comity.law.treaty.RegisterBook;
import comity.law.treaty.RegisterRefused;
import comity.law.treaty.TreatyRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {
    private static final Law LAW = Law.load();
    private static final FinalProvisions PROVISIONS = FinalProvisions.load();
    private static final LocalDate TODAY = LocalDate.parse("2027-06-01");
    private static final LocalDate BEFORE = LocalDate.parse("2026-11-22");

    /// A small world: forty States whose instruments brought the Convention into force on 1 April 2027, Qatar's
    /// reservation among them, and other treaties.
    private static final String WORLD = """
            {"about":"a test","asOf":"2027-06-01","instruments":[
            {"code":"unc","kind":"CONVENTION","titles":{"en":"Convention"},"complete":true,"assistance":true,
             "source":"a test","asOf":"2027-06-01","confidence":"SEEN"},
            {"code":"budapest","kind":"MULTILATERAL","titles":{"en":"Budapest"},"complete":true,"assistance":true,
             "source":"a test","asOf":"2027-06-01","confidence":"SEEN"},
            {"code":"untoc","kind":"MULTILATERAL","titles":{"en":"UNTOC"},"complete":false,"assistance":true,
             "source":"a test","asOf":"2027-06-01","confidence":"SEEN"},
            {"code":"bilateral.xa-xg","kind":"BILATERAL","titles":{"en":"XA-XG"},"complete":true,"assistance":true,
             "between":["XA","XG"],"from":"1999-01-01","source":"a test","asOf":"2027-06-01","confidence":"SEEN"}],
            "participants":[%s],"acts":[%s]}""";

    private static final String MEMBER =
            "\"act\":\"DEPOSIT\",\"on\":\"2005-01-01\",\"how\":\"RATIFICATION\",\"inForceOn\":\"2005-02-01\"";

    private static String participant(String code) {
        return "{\"code\":\"%s\",\"iso3\":\"%sX\",\"kind\":\"STATE\",\"region\":\"NONE\",\"names\":{\"en\":\"%s\"}}"
                .formatted(code, code, code);
    }

    private static String act(String id, String by, String instrument, String rest) {
        return ("{\"id\":\"%s\",\"version\":1,\"by\":\"%s\",\"instrument\":\"%s\",%s,"
                        + "\"source\":\"a test\",\"asOf\":\"2027-06-01\",\"confidence\":\"SEEN\"}")
                .formatted(id, by, instrument, rest);
    }

    private static TreatyRegister world(String... more) {
        Set<String> parties = java.util.stream.Stream.concat(
                        java.util.stream.IntStream.range(0, 26).mapToObj(i -> "X" + (char) ('A' + i)),
                        java.util.stream.IntStream.range(0, 14).mapToObj(i -> "Q" + (char) ('M' + i)))
                .filter(code -> !code.equals("XG"))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        parties.add("QA");
        assertThat(parties).hasSize(40);
        String participants = java.util.stream.Stream.concat(parties.stream(), java.util.stream.Stream.of("XG"))
                .map(EligibilityTest::participant)
                .collect(Collectors.joining(","));
        List<String> acts = new java.util.ArrayList<>(parties.stream()
                .map(code -> act(
                        code + ".deposit",
                        code,
                        "unc",
                        "\"act\":\"DEPOSIT\",\"on\":\"2027-01-01\",\"how\":\"ACCESSION\""))
                .toList());
        acts.add(act("XG.signature", "XG", "unc", "\"act\":\"SIGNATURE\",\"on\":\"2025-10-25\""));
        acts.add(act(
                "QA.reservation",
                "QA",
                "unc",
                "\"act\":\"RESERVATION\",\"on\":\"2027-01-01\",\"provisions\":[\"14\",\"15\",\"16\"],"
                        + "\"effect\":\"EXCLUDES\",\"text\":{\"en\":\"not bound\"}"));
        acts.add(act(
                "XB.reservation",
                "XB",
                "unc",
                "\"act\":\"RESERVATION\",\"on\":\"2027-01-01\",\"provisions\":[\"42(5)\"],"
                        + "\"effect\":\"NARROWS\",\"text\":{\"en\":\"reserved\"}"));
        acts.add(act(
                "XB.languages",
                "XB",
                "unc",
                "\"act\":\"NOTIFICATION\",\"on\":\"2027-01-01\",\"duty\":\"languages\",\"text\":{\"und\":\"en, fr\"}"));
        acts.add(act(
                "XB.central",
                "XB",
                "unc",
                "\"act\":\"DESIGNATION\",\"on\":\"2027-01-01\",\"duty\":\"central-authority\","
                        + "\"text\":{\"en\":\"Central authority XB\"}"));
        for (String code : List.of("XA", "XB")) {
            acts.add(act(
                    code + ".budapest",
                    code,
                    "budapest",
                    "\"act\":\"DEPOSIT\",\"on\":\"2010-01-01\",\"how\":\"RATIFICATION\",\"inForceOn\":\"2010-05-01\""));
        }
        acts.addAll(List.of(more));
        try {
            return new RegisterBook(PROVISIONS)
                    .read("world", Utf8.bytes(WORLD.formatted(participants, String.join(",", acts))));
        } catch (RegisterRefused e) {
            throw new AssertionError(e);
        }
    }

    private static Eligibility over(TreatyRegister register) {
        return new Eligibility(
                LAW,
                Cooperations.load(LAW.terms(), LAW.grounds()),
                DualCriminalityRules.load(),
                new TreatyBases(register, PROVISIONS),
                OffenceCatalogue.empty(Elements.load()));
    }

    private final Eligibility eligibility = over(world());

    private EligibilityAnswer ask(String from, String to, Asked.Crime crime, String measure, String data) {
        return eligibility.of(
                new Asked(new StateCode(from), new StateCode(to), crime, measure, DataClass.ofCode(data), TODAY));
    }

    private static Asked.Crime article(int number) {
        return new Asked.ConventionOffence("unc." + number);
    }

    private static Asked.Crime years(int years) {
        return new Asked.OtherCrime(OptionalInt.of(years), OptionalInt.empty());
    }

    private static BasisAnswer convention(EligibilityAnswer answer) {
        return answer.bases().stream()
                .filter(basis -> basis.basis().equals("unc"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }

    @Nested
    class The_matrix_of_offences_and_measures {
        @ParameterizedTest
        @CsvSource({
            // measure, Convention offence, serious crime, lesser offence
            "immediate-assistance, YES, YES, NO",
            "preservation, YES, YES, NO",
            "traffic-path, YES, YES, NO",
            "stored-data, YES, YES, NO",
            "real-time-traffic, YES, YES, NO",
            "content-interception, YES, YES, NO",
            "mutual-legal-assistance, YES, YES, NO",
            "spontaneous-information, YES, YES, NOT_KNOWN",
            "extradition, YES, WITH_FACTS, NO",
            "sentenced-persons, YES, NO, NO",
            "transfer-of-proceedings, YES, NO, NO",
            "police-cooperation, YES, NO, NO",
            "joint-investigation, YES, NO, NO",
            "confiscation, YES, NO, NO",
            "return-of-property, YES, NO, NO",
        })
        void is_the_one_of_the_text(String measure, Carries offence, Carries serious, Carries lesser) {
            assertThat(convention(ask("XA", "XC", article(10), measure, "")).carries())
                    .isEqualTo(offence);
            assertThat(convention(ask("XA", "XC", years(4), measure, "")).carries())
                    .isEqualTo(serious);
            assertThat(convention(ask("XA", "XC", years(3), measure, "")).carries())
                    .isEqualTo(lesser);
        }

        @Test
        void knows_nothing_of_a_crime_whose_penalty_nobody_says() {
            Asked.Crime unsaid = new Asked.OtherCrime(OptionalInt.empty(), OptionalInt.of(9));
            assertThat(convention(ask("XA", "XC", unsaid, "stored-data", "")).carries())
                    .isEqualTo(Carries.NOT_KNOWN);
        }

        @ParameterizedTest
        @CsvSource({
            "traffic-path, content, NO",
            "traffic-path, traffic, YES",
            "content-interception, traffic, NO",
            "real-time-traffic, content, NO",
            "stored-data, content, YES",
        })
        void is_for_certain_data_only(String measure, String data, Carries carries) {
            assertThat(convention(ask("XA", "XC", article(10), measure, data)).carries())
                    .isEqualTo(carries);
        }
    }

    @Nested
    class A_pair_of_which_one_excluded_an_offence {
        @ParameterizedTest
        @CsvSource({"QA, XA", "XA, QA"})
        void has_it_not_as_an_offence_of_the_convention_whoever_asks(String from, String to) {
            BasisAnswer answer = convention(ask(from, to, article(15), "stored-data", ""));
            assertThat(answer.carries()).isEqualTo(Carries.NOT_KNOWN);
            assertThat(codes(answer.reasons()))
                    .contains("reservation-excludes", "offence-excluded", "penalty-not-known");
        }

        @Test
        void keeps_every_other_offence() {
            assertThat(convention(ask("XA", "QA", article(7), "stored-data", ""))
                            .carries())
                    .isEqualTo(Carries.YES);
        }

        @Test
        void can_still_cooperate_for_an_offence_that_is_not_named_yet() {
            Eligibility without = over(world(act(
                    "QA.seven",
                    "QA",
                    "unc",
                    "\"act\":\"RESERVATION\",\"on\":\"2027-01-01\",\"provisions\":[\"7\"],"
                            + "\"effect\":\"EXCLUDES\",\"text\":{\"en\":\"not bound\"}")));
            EligibilityAnswer answer = without.of(new Asked(
                    new StateCode("XA"),
                    new StateCode("QA"),
                    new Asked.AnyConventionOffence(),
                    "preservation",
                    Optional.empty(),
                    TODAY));
            assertThat(convention(answer).carries()).isEqualTo(Carries.YES);
            assertThat(answer.grounds()).extracting(RefusalGround::code).doesNotContain("reserved-dual-criminality");
        }

        @Test
        void does_not_touch_others() {
            assertThat(convention(ask("XA", "XC", article(15), "stored-data", ""))
                            .carries())
                    .isEqualTo(Carries.YES);
        }
    }

    @Nested
    class A_state_that_only_signed {
        private final EligibilityAnswer answer = ask("XA", "XG", article(10), "stored-data", "content");

        @Test
        void is_asked_on_the_treaty_of_the_two() {
            assertThat(convention(answer).carries()).isEqualTo(Carries.NO);
            assertThat(codes(convention(answer).reasons())).contains("bound-since", "signed-not-bound");
            assertThat(answer.carries()).isEqualTo(Carries.WITH_FACTS);
            assertThat(answer.best())
                    .get()
                    .satisfies(best -> assertThat(best.basis()).isEqualTo("bilateral"));
        }

        @Test
        void is_not_said_to_be_outside_a_treaty_whose_list_is_not_whole() {
            assertThat(answer.bases())
                    .filteredOn(basis -> basis.basis().equals("untoc"))
                    .singleElement()
                    .satisfies(basis -> {
                        assertThat(basis.carries()).isEqualTo(Carries.NOT_KNOWN);
                        assertThat(codes(basis.reasons())).contains("not-recorded");
                    });
        }

        @Test
        void is_asked_on_the_treaty_of_the_two_before_one_on_a_single_kind_of_crime() {
            Eligibility both =
                    over(world(act("XA.untoc", "XA", "untoc", MEMBER), act("XG.untoc", "XG", "untoc", MEMBER)));
            EligibilityAnswer of = both.of(new Asked(
                    new StateCode("XA"), new StateCode("XG"), article(10), "stored-data", Optional.empty(), TODAY));
            assertThat(of.bases())
                    .filteredOn(basis -> basis.carries() == Carries.WITH_FACTS)
                    .extracting(BasisAnswer::basis)
                    .containsExactly("untoc", "bilateral");
            assertThat(of.best())
                    .get()
                    .satisfies(best -> assertThat(best.basis()).isEqualTo("bilateral"));
        }

        @Test
        void may_still_be_asked_for_a_promise() {
            assertThat(answer.bases().getLast().basis()).isEqualTo("reciprocity");
            assertThat(answer.bases().getLast().carries()).isEqualTo(Carries.NOT_KNOWN);
        }

        @Test
        void needs_an_order_for_content() {
            assertThat(codes(answer.cautions())).contains("content-asked", "personal-data");
        }
    }

    @Nested
    class Two_parties_of_another_treaty_as_well {
        @Test
        void have_both_and_the_other_governs_how_it_is_asked() {
            EligibilityAnswer answer = ask("XA", "XB", article(10), "stored-data", "");
            assertThat(convention(answer).carries()).isEqualTo(Carries.YES);
            assertThat(codes(convention(answer).reasons())).contains("other-treaty-prevails");
            assertThat(answer.bases())
                    .filteredOn(basis -> basis.basis().equals("budapest"))
                    .singleElement()
                    .satisfies(basis -> {
                        assertThat(basis.carries()).isEqualTo(Carries.YES);
                        assertThat(basis.article()).isEqualTo("31");
                    });
        }

        @Test
        void ask_the_authority_that_was_named_in_a_language_that_was_said() {
            Channel channel = ask("XA", "XB", article(10), "stored-data", "").channel();
            assertThat(channel.authority())
                    .get()
                    .satisfies(names -> assertThat(names).containsEntry("en", "Central authority XB"));
            assertThat(channel.languages()).containsExactly("en", "fr");
        }

        @Test
        void reserve_dual_criminality_for_other_crimes_only() {
            EligibilityAnswer own = ask("XA", "XB", article(10), "preservation", "");
            EligibilityAnswer other = ask("XA", "XB", years(5), "preservation", "");
            assertThat(own.grounds()).extracting(RefusalGround::code).doesNotContain("reserved-dual-criminality");
            assertThat(other.grounds()).extracting(RefusalGround::code).contains("reserved-dual-criminality");
            assertThat(own.dualCriminality())
                    .get()
                    .satisfies(answered -> assertThat(answered.need()).isEqualTo(DualCriminality.Need.NOT_ALLOWED));
            assertThat(other.dualCriminality())
                    .get()
                    .satisfies(answered -> assertThat(answered.need()).isEqualTo(DualCriminality.Need.RESERVED));
        }

        @Test
        void start_the_clocks_of_the_measure() {
            EligibilityAnswer answer = ask("XA", "XB", article(10), "preservation", "");
            assertThat(answer.measure().clocks())
                    .extracting(Cooperation.Clock::code)
                    .contains("keep-at-least", "domestic-order");
            assertThat(answer.measure().clocks().getFirst().days())
                    .hasValue(LAW.terms().floorDays().value());
            assertThat(answer.measure().contents()).hasSize(7);
            assertThat(answer.neverAlone()).extracting(RefusalGround::code).containsExactly("fiscal", "bank-secrecy");
        }
    }

    @Nested
    class Before_the_convention_is_in_force {
        @Test
        void nobody_is_asked_on_it_and_the_answer_says_since_when() {
            EligibilityAnswer answer = eligibility.of(new Asked(
                    new StateCode("XA"),
                    new StateCode("XB"),
                    article(10),
                    "stored-data",
                    Optional.empty(),
                    LocalDate.parse("2027-03-31")));
            assertThat(convention(answer).carries()).isEqualTo(Carries.NO);
            assertThat(codes(convention(answer).reasons())).contains("convention-in-force-from");
            assertThat(answer.best())
                    .get()
                    .satisfies(best -> assertThat(best.basis()).isEqualTo("budapest"));
        }

        @Test
        void the_published_facts_leave_every_pair_to_other_treaties() {
            EligibilityAnswer answer = over(new RegisterBook(PROVISIONS).published())
                    .of(new Asked(
                            new StateCode("FR"),
                            new StateCode("QA"),
                            article(7),
                            "stored-data",
                            Optional.empty(),
                            BEFORE));
            assertThat(convention(answer).carries()).isEqualTo(Carries.NO);
            assertThat(codes(convention(answer).reasons()))
                    .contains("convention-not-in-force", "signed-not-bound", "deposited-not-bound");
            assertThat(answer.carries()).isEqualTo(Carries.WITH_FACTS);
            assertThat(answer.best())
                    .get()
                    .satisfies(best -> assertThat(best.basis()).isIn("untoc", "uncac"));
        }
    }

    @Nested
    class An_objection {
        private static final String HEAD = "\"act\":\"OBJECTION\",\"on\":\"2027-02-01\",\"to\":\"QA.reservation\",";

        @Test
        void that_precludes_keeps_the_treaty_from_the_two_and_from_nobody_else() {
            Eligibility objected =
                    over(world(act("XA.objection", "XA", "unc", HEAD + "\"precludes\":true,\"text\":{\"en\":\"no\"}")));
            assertThat(convention(objected.of(new Asked(
                                    new StateCode("XA"),
                                    new StateCode("QA"),
                                    article(7),
                                    "stored-data",
                                    Optional.empty(),
                                    TODAY)))
                            .carries())
                    .isEqualTo(Carries.NO);
            assertThat(convention(objected.of(new Asked(
                                    new StateCode("XC"),
                                    new StateCode("QA"),
                                    article(7),
                                    "stored-data",
                                    Optional.empty(),
                                    TODAY)))
                            .carries())
                    .isEqualTo(Carries.YES);
        }
    }

    @Nested
    class A_question_that_cannot_be_asked {
        @Test
        void names_a_measure_or_an_offence_that_does_not_exist() {
            assertThatThrownBy(() -> ask("XA", "XB", article(10), "mind-reading", ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("mind-reading");
            assertThatThrownBy(() -> ask("XA", "XB", article(18), "stored-data", ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("unc.18");
        }

        @Test
        void of_a_state_to_itself_is_answered_with_no() {
            EligibilityAnswer answer = ask("XA", "XA", article(10), "stored-data", "");
            assertThat(answer.carries()).isEqualTo(Carries.NO);
            assertThat(answer.best()).isEmpty();
        }
    }
}
