package comity.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Actor;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.Law;
import comity.law.LawFiles;
import comity.law.RefusalGround;
import comity.law.TreatyStatus;
import comity.law.eligibility.Cooperations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each test tries to get round a safeguard.
class SafeguardsTest {
    private static final Law LAW = Law.load();
    private static final Safeguards SAFEGUARDS = new Safeguards(LAW, Cooperations.load(LAW.terms(), LAW.grounds()));

    private static final Standing XA = party("XA");
    private static final Standing XB = party("XB");
    private static final Standing XB_RESERVED = new Standing(new StateCode("XB"), TreatyStatus.PARTY, true);
    private static final Standing XG = new Standing(new StateCode("XG"), TreatyStatus.SIGNATORY, false);
    private static final NamedOffence RANSOM = new NamedOffence("unc.10", OptionalInt.of(10), true);
    private static final NamedOffence OTHER_SERIOUS = new NamedOffence("", OptionalInt.of(5), true);
    private static final String REASONS = """
            The order would have to be served on a person who is protected as a source of the press under our law. A
            domestic court could not make it in a similar case, and we have found no narrower form of it that would still
            serve your investigation.
            """;

    private static Standing party(String code) {
        return new Standing(new StateCode(code), TreatyStatus.PARTY, false);
    }

    private static Proposal.AskPreservation ask(Standing from, Standing to, Basis basis, NamedOffence offence) {
        return new Proposal.AskPreservation(
                from, to, basis, offence, true, "Logs are deleted after seven days.", false, false, false);
    }

    private static Proposal.OrderPreservation order(Judgement judgement) {
        return new Proposal.OrderPreservation(XA, XB, Basis.convention(), RANSOM, "XB-ORD-2027-17", judgement);
    }

    private static Proposal.RefusePreservation refuse(Standing by, NamedOffence offence, String ground) {
        return new Proposal.RefusePreservation(
                XA, by, offence, ground, "Press Act, s. 12", REASONS, true, Judgement.nothingFound());
    }

    private static List<String> against(Proposal proposal) {
        return switch (SAFEGUARDS.rule(proposal)) {
            case Ruling.Allowed _ -> List.of();
            case Ruling.Forbidden(var grounds) ->
                grounds.stream().map(Ground::code).toList();
        };
    }

    private static List<String> cautions(Proposal proposal) {
        return switch (SAFEGUARDS.rule(proposal)) {
            case Ruling.Allowed(var cautions) ->
                cautions.stream().map(Caution::code).toList();
            case Ruling.Forbidden(var grounds) -> throw new AssertionError("forbidden: " + grounds);
        };
    }

    @Nested
    class Asking_another_state {
        @Test
        void is_allowed_between_two_parties_for_a_convention_offence() {
            assertThat(against(ask(XA, XB, Basis.convention(), RANSOM))).isEmpty();
        }

        @Test
        void does_not_stand_on_the_convention_when_one_state_is_not_bound() {
            assertThat(against(ask(XA, XG, Basis.convention(), RANSOM))).containsExactly("requested-state-not-party");
            assertThat(against(ask(XG, XA, Basis.convention(), RANSOM))).containsExactly("requesting-state-not-party");
        }

        @Test
        void does_not_stand_on_a_treaty_that_binds_only_one() {
            assertThat(against(ask(XA, XG, new Basis("budapest", "", Basis.Binds.NOT_BOTH), RANSOM)))
                    .containsExactly("legal-basis-does-not-bind");
            assertThat(against(ask(XA, XG, new Basis("budapest", "", Basis.Binds.BOTH), RANSOM)))
                    .isEmpty();
        }

        @Test
        void stands_on_another_basis_only_when_it_is_named() {
            assertThat(against(ask(XA, XG, new Basis("bilateral", " "), RANSOM)))
                    .containsExactly("legal-basis-unnamed");
            assertThat(against(ask(XA, XG, new Basis("bilateral", "Treaty of 4 May 1998"), RANSOM)))
                    .isEmpty();
            assertThat(against(ask(XA, XG, new Basis("", ""), RANSOM))).containsExactly("no-legal-basis");
            assertThat(against(ask(XA, XG, new Basis("good-will", "x"), RANSOM)))
                    .containsExactly("unknown-legal-basis");
        }

        @ParameterizedTest
        @CsvSource({
            "unc.6, unknown-offence",
            "unc.18, unknown-offence",
            "UNC.10, unknown-offence",
            "' unc.10', unknown-offence",
            "unc.4, unknown-offence"
        })
        void is_not_for_an_article_that_is_no_offence(String id, String code) {
            assertThat(against(ask(XA, XB, Basis.convention(), new NamedOffence(id, OptionalInt.of(20), true))))
                    .containsExactly(code);
        }

        @Test
        void is_for_another_crime_only_from_four_years_on() {
            assertThat(against(ask(XA, XB, Basis.convention(), new NamedOffence("", OptionalInt.of(3), true))))
                    .containsExactly("offence-not-serious");
            assertThat(against(ask(XA, XB, Basis.convention(), new NamedOffence("", OptionalInt.empty(), true))))
                    .containsExactly("penalty-missing");
            assertThat(against(ask(XA, XB, Basis.convention(), new NamedOffence("", OptionalInt.of(4), true))))
                    .isEmpty();
        }

        @Test
        void needs_the_offence_in_words_though_an_article_is_named() {
            assertThat(against(ask(XA, XB, Basis.convention(), new NamedOffence("unc.10", OptionalInt.of(9), false))))
                    .containsExactly("offence-not-described");
        }

        @Test
        void needs_the_intention_to_follow_with_a_request_for_assistance_and_a_necessity() {
            assertThat(against(new Proposal.AskPreservation(
                            XA, XB, Basis.convention(), RANSOM, false, " \n", false, false, false)))
                    .containsExactly("assistance-not-intended", "necessity-missing");
        }

        @Test
        void of_oneself_is_not_cooperation() {
            assertThat(against(ask(XA, XA, Basis.convention(), RANSOM))).containsExactly("same-state");
        }

        @Test
        void names_every_ground_against_it_at_once() {
            assertThat(against(new Proposal.AskPreservation(
                            XA,
                            XG,
                            Basis.convention(),
                            new NamedOffence("", OptionalInt.of(1), true),
                            false,
                            "",
                            true,
                            false,
                            true)))
                    .containsExactly(
                            "requested-state-not-party",
                            "offence-not-serious",
                            "assistance-not-intended",
                            "necessity-missing");
        }

        @Test
        void for_a_crime_outside_the_convention_warns_of_a_reservation() {
            assertThat(cautions(ask(XA, XB_RESERVED, Basis.convention(), OTHER_SERIOUS)))
                    .containsExactly("offence-outside-convention", "may-be-refused-for-dual-criminality");
            assertThat(cautions(ask(XA, XB, Basis.convention(), OTHER_SERIOUS)))
                    .containsExactly("offence-outside-convention");
        }

        @Test
        void about_children_reminds_of_names_and_victims() {
            assertThat(cautions(ask(XA, XB, Basis.convention(), new NamedOffence("unc.14", OptionalInt.of(9), true))))
                    .containsExactly("names-of-children", "victim-support", "content-removal");
        }

        @Test
        void in_secret_without_an_end_is_cautioned() {
            assertThat(cautions(new Proposal.AskPreservation(
                            XA, XB, Basis.convention(), RANSOM, true, "needed", true, false, true)))
                    .containsExactly("content-asked", "secrecy-without-end");
        }
    }

    @Nested
    class Ordering_for_another_state {
        @Test
        void is_allowed_once_a_person_has_answered_both_questions() {
            assertThat(against(order(Judgement.nothingFound()))).isEmpty();
        }

        @Test
        void is_not_allowed_on_questions_that_nobody_answered() {
            assertThat(against(order(Judgement.notGiven())))
                    .containsExactly("substantial-grounds-not-answered", "protected-role-not-answered");
        }

        @Test
        void is_not_allowed_beside_the_belief_that_it_serves_persecution() {
            assertThat(against(order(new Judgement(Answer.YES, Answer.NO, Set.of()))))
                    .containsExactly("substantial-grounds-found");
        }

        @Test
        void goes_on_with_a_doubt_and_shows_it() {
            assertThat(cautions(order(new Judgement(Answer.UNKNOWN, Answer.UNKNOWN, Set.of()))))
                    .containsExactly("substantial-grounds-unknown", "protected-role-unknown");
        }

        @Test
        void for_a_protected_person_goes_on_and_shows_it_to_whoever_decides_later() {
            assertThat(cautions(order(new Judgement(Answer.NO, Answer.YES, Set.of(ProtectedRole.JOURNALIST)))))
                    .containsExactly("protected-role");
        }

        @Test
        void does_not_take_yes_without_a_role_nor_a_role_without_yes() {
            assertThat(against(order(new Judgement(Answer.NO, Answer.YES, Set.of()))))
                    .containsExactly("protected-role-not-named");
            assertThat(against(order(new Judgement(Answer.NO, Answer.NO, Set.of(ProtectedRole.LAWYER)))))
                    .containsExactly("protected-role-contradicted");
        }

        @Test
        void needs_an_order_under_its_own_law() {
            assertThat(against(new Proposal.OrderPreservation(
                            XA, XB, Basis.convention(), RANSOM, "\t", Judgement.nothingFound())))
                    .containsExactly("domestic-order-missing");
        }

        @Test
        void asks_again_whether_the_request_has_a_basis_and_a_serious_offence() {
            assertThat(against(new Proposal.OrderPreservation(
                            XG,
                            XB,
                            Basis.convention(),
                            new NamedOffence("", OptionalInt.of(1), true),
                            "order",
                            Judgement.nothingFound())))
                    .containsExactly("requesting-state-not-party", "offence-not-serious");
        }

        @Test
        void never_asks_for_dual_criminality() {
            assertThat(against(new Proposal.OrderPreservation(
                            XA, XB_RESERVED, Basis.convention(), OTHER_SERIOUS, "order", Judgement.nothingFound())))
                    .isEmpty();
        }
    }

    /// What the law's files say of preservation, with one passage changed.
    private static Safeguards withFile(String passage, String instead) throws IOException {
        Path root = Path.of(System.getProperty("comity.root", ".."));
        String file = Files.readString(root.resolve("law/src/main/resources/comity/law/eligibility/cooperation.json"));
        String changed = file.replaceFirst(passage, instead);
        assertThat(changed).isNotEqualTo(file);
        return new Safeguards(
                LAW,
                LawFiles.read(
                        "a test", Utf8.bytes(changed), json -> Cooperations.from(json, LAW.terms(), LAW.grounds())));
    }

    @Nested
    class The_files_of_the_law {
        private final Proposal.AskPreservation unexplained =
                new Proposal.AskPreservation(XA, XB, Basis.convention(), RANSOM, true, " ", false, false, false);

        @Test
        void say_which_contents_are_required_and_where_that_stands() throws IOException {
            String necessity =
                    "(?s)(\"code\": \"necessity\",.{1,40}?\"obligation\": )\"REQUIRED\"(.{1,20}?\"article\": )\"[^\"]+\"";
            assertThat(SAFEGUARDS.rule(unexplained))
                    .isEqualTo(new Ruling.Forbidden(List.of(new Ground("necessity-missing", "42(3)(e)"))));
            assertThat(withFile(necessity, "$1\"REQUIRED\"$2\"42(3)(z)\"").rule(unexplained))
                    .isEqualTo(new Ruling.Forbidden(List.of(new Ground("necessity-missing", "42(3)(z)"))));
            assertThat(withFile(necessity, "$1\"AS_APPROPRIATE\"$2\"42(3)(e)\"").rule(unexplained))
                    .isInstanceOf(Ruling.Allowed.class);
        }

        @Test
        void say_on_which_grounds_a_preservation_is_declined() throws IOException {
            Safeguards without =
                    withFile("\"barred-by-domestic-law\",\\s+(\"substantial-grounds\",\\s+\"reserved)", "$1");
            assertThat(without.refusalGrounds(XB, RANSOM))
                    .extracting(RefusalGround::code)
                    .containsExactly("essential-interests", "substantial-grounds");
            assertThat(without.rule(refuse(XB, RANSOM, "barred-by-domestic-law")))
                    .isEqualTo(
                            new Ruling.Forbidden(List.of(new Ground("refusal-ground-not-for-preservation", "42(6)"))));
        }
    }

    @Nested
    class Refusing {
        @ParameterizedTest
        @ValueSource(strings = {"essential-interests", "barred-by-domestic-law"})
        void is_allowed_on_the_grounds_of_the_text(String ground) {
            assertThat(against(refuse(XB, RANSOM, ground))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "no-dual-criminality, refusal-ground-not-for-preservation",
            "not-in-conformity, refusal-ground-not-for-preservation",
            "contrary-to-legal-system, refusal-ground-not-for-preservation",
            "fiscal, refusal-ground-never-alone",
            "bank-secrecy, refusal-ground-never-alone",
            "we-are-busy, unknown-refusal-ground",
            "'', unknown-refusal-ground",
            "ESSENTIAL-INTERESTS, unknown-refusal-ground"
        })
        void is_not_allowed_on_any_other(String ground, String code) {
            assertThat(against(refuse(XB, RANSOM, ground))).containsExactly(code);
        }

        @Test
        void for_dual_criminality_needs_the_reservation_and_an_offence_outside_the_convention() {
            String ground = "reserved-dual-criminality";
            assertThat(against(refuse(XB, OTHER_SERIOUS, ground))).containsExactly("reservation-not-made");
            assertThat(against(refuse(XB_RESERVED, RANSOM, ground)))
                    .containsExactly("convention-offence-not-reservable");
            assertThat(against(refuse(XB_RESERVED, OTHER_SERIOUS, ground))).isEmpty();
        }

        @Test
        void offers_exactly_the_grounds_that_would_be_allowed() {
            for (Standing by : List.of(XB, XB_RESERVED)) {
                for (NamedOffence offence : List.of(RANSOM, OTHER_SERIOUS)) {
                    List<String> offered = SAFEGUARDS.refusalGrounds(by, offence).stream()
                            .map(RefusalGround::code)
                            .toList();
                    List<String> allowed = LAW.grounds().all().stream()
                            .map(RefusalGround::code)
                            .filter(code ->
                                    against(persecution(by, offence, code)).isEmpty())
                            .toList();
                    assertThat(offered).containsExactlyInAnyOrderElementsOf(allowed);
                }
            }
        }

        private Proposal persecution(Standing by, NamedOffence offence, String ground) {
            return new Proposal.RefusePreservation(
                    XA, by, offence, ground, "s. 1", REASONS, true, new Judgement(Answer.YES, Answer.NO, Set.of()));
        }

        @Test
        void needs_reasons_and_the_law_behind_them() {
            assertThat(against(new Proposal.RefusePreservation(
                            XA, XB, RANSOM, "essential-interests", " ", " ", true, Judgement.nothingFound())))
                    .containsExactly("national-law-missing", "reasons-missing");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Not possible.",
                    "no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no"
                            + " no no no no no no no no no no no no",
                    ". . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .",
                    "- 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 - 1"
                })
        void does_not_take_a_filler_for_a_reason(String reasons) {
            assertThat(against(new Proposal.RefusePreservation(
                            XA, XB, RANSOM, "essential-interests", "s. 1", reasons, true, Judgement.nothingFound())))
                    .containsExactly("reasons-too-short");
        }

        @Test
        void takes_reasons_in_chinese() {
            String reasons = "该命令须向一名受我国法律保护的新闻来源人送达。在类似的国内案件中，本国法院无权作出此类命令。"
                    + "我们与贵方协商后，未能找到更窄且仍有助于贵方侦查的替代方式，因此不得不拒绝。如能说明该账户与新闻工作无关，可重新提出。";
            assertThat(against(new Proposal.RefusePreservation(
                            XA, XB, RANSOM, "essential-interests", "第十二条", reasons, true, Judgement.nothingFound())))
                    .isEmpty();
        }

        @Test
        void comes_after_a_consultation() {
            assertThat(against(new Proposal.RefusePreservation(
                            XA, XB, RANSOM, "essential-interests", "s. 1", REASONS, false, Judgement.nothingFound())))
                    .containsExactly("not-consulted");
        }

        @Test
        void asks_the_two_questions_too() {
            assertThat(against(new Proposal.RefusePreservation(
                            XA, XB, RANSOM, "essential-interests", "s. 1", REASONS, true, Judgement.notGiven())))
                    .containsExactly("substantial-grounds-not-answered", "protected-role-not-answered");
        }

        @Test
        void for_persecution_does_not_stand_beside_the_answer_that_there_is_none() {
            assertThat(against(refuse(XB, RANSOM, "substantial-grounds")))
                    .containsExactly("substantial-grounds-contradicted");
        }

        @Test
        void of_more_time_is_held_to_the_same_rules() {
            assertThat(against(new Proposal.RefuseExtension(
                            XA, XB, RANSOM, "no-dual-criminality", "", "No.", false, Judgement.notGiven())))
                    .containsExactly(
                            "refusal-ground-not-for-preservation",
                            "national-law-missing",
                            "reasons-too-short",
                            "not-consulted",
                            "substantial-grounds-not-answered",
                            "protected-role-not-answered");
        }
    }

    @Nested
    class The_questions {
        @ParameterizedTest
        @EnumSource(names = {"ORDER_PRESERVATION", "REFUSE_PRESERVATION", "ANSWER_EXTENSION"})
        void are_asked_before_every_decision(Act act) {
            assertThat(SAFEGUARDS.questions(act))
                    .extracting(Question::code)
                    .containsExactly("substantial-grounds", "protected-role");
        }

        @Test
        void have_no_place_for_an_answer_given_beforehand() {
            assertThat(Arrays.stream(Question.class.getRecordComponents()).map(part -> part.getName()))
                    .containsExactly("code", "provision", "choices");
            assertThatThrownBy(() -> new Question("x", "y", List.of(Answer.NOT_GIVEN)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Competence {
        private boolean may(Act act, Role... roles) {
            return SAFEGUARDS.competent(new Actor("p-1", new StateCode("XA"), Set.of(roles)), act);
        }

        @ParameterizedTest
        @EnumSource
        void of_an_administrator_ends_at_the_machine(Act act) {
            assertThat(may(act, Role.ADMINISTRATOR)).isFalse();
        }

        @ParameterizedTest
        @EnumSource
        void of_oversight_is_to_read_and_never_to_act(Act act) {
            assertThat(may(act, Role.OVERSIGHT)).isEqualTo(act == Act.READ_CASE || act == Act.READ_LOOKS);
        }

        @Test
        void of_an_investigator_is_to_draft_and_not_to_send() {
            assertThat(may(Act.DRAFT, Role.INVESTIGATOR)).isTrue();
            assertThat(may(Act.ASK_PRESERVATION, Role.INVESTIGATOR)).isFalse();
        }

        @Test
        void to_refuse_lies_with_the_central_authority() {
            assertThat(may(Act.REFUSE_PRESERVATION, Role.DUTY_OFFICER)).isFalse();
            assertThat(may(Act.REFUSE_PRESERVATION, Role.CENTRAL_AUTHORITY)).isTrue();
        }

        @ParameterizedTest
        @EnumSource
        void of_somebody_without_a_role_is_none(Act act) {
            assertThat(may(act)).isFalse();
        }

        @Test
        void to_read_who_looked_lies_with_nobody_who_works_on_cases() {
            assertThat(may(Act.READ_LOOKS, Role.DUTY_OFFICER, Role.CENTRAL_AUTHORITY, Role.INVESTIGATOR))
                    .isFalse();
        }
    }

    @Nested
    class A_ruling {
        @Test
        void that_forbids_always_has_a_ground() {
            assertThatThrownBy(() -> new Ruling.Forbidden(List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
