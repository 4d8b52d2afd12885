package comity.requests.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import comity.federation.Handling;
import comity.federation.OutgoingLetter;
import comity.kernel.Actor;
import comity.kernel.Fingerprint;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.requests.LetterHead;
import comity.requests.Outcome;
import comity.requests.RequestArrived;
import comity.requests.RequestReminded;
import comity.requests.Side;
import comity.requests.Timeline;
import comity.requests.Urgency;
import comity.requests.emergency.Emergencies.Seen;
import comity.requests.emergency.Emergencies.Target;
import comity.requests.emergency.Review.Finding;
import comity.requests.preservation.TwoHouses;
import comity.requests.preservation.TwoHouses.OneHouse;
import comity.requests.preservation.Verification;
import comity.safeguards.Answer;
import comity.safeguards.oversight.Look;
import comity.safeguards.oversight.LookFilter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmergencyTest {
    private static final StateCode XB = new StateCode("XB");
    private static final String WHY =
            "Fourteen patients were moved while machines were down. The note threatens the next ward tonight.";

    private TwoHouses world;
    private OneHouse asking;
    private OneHouse asked;
    private RequestReference reference = new RequestReference(new StateCode("XA"), RequestType.EMERGENCY, 2027, 1);

    @BeforeEach
    void two_states() {
        world = new TwoHouses();
        asking = world.asking;
        asked = world.asked;
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Map<String, String> whole() {
        Map<String, String> raw = new HashMap<>();
        raw.put("/risk/kind", "death");
        raw.put("/risk/who", "The patients of Ward 9, three of them on ventilators.");
        raw.put("/risk/expected", "The sender says that the ventilators of the second ward stop at 06:00.");
        raw.put("/risk/imminent", "It is 05:10. The first ward went down as announced.");
        raw.put("/tooSlow", "A request for assistance takes weeks; the threat is for this morning.");
        raw.put("/items/0/type", "account-id");
        raw.put("/items/0/value", "nh-7f31c2");
        raw.put("/items/0/service", "Nimbus Harbour Cloud");
        raw.put("/items/0/data", "subscriber traffic");
        raw.put("/items/0/helps", "They show from where the sender works, so that somebody can be sent there.");
        raw.put("/offence/description", "Extortion by interference with a hospital's system");
        raw.put("/offence/article", "unc.10");
        raw.put("/offence/maximumPenaltyYears", "8");
        raw.put("/basis/code", "budapest");
        raw.put("/authority/name", "Cybercrime Unit of Arvenia");
        raw.put("/approver/role", "Head of the duty desk");
        raw.put("/approver/phone", "+999 20 555 0100");
        raw.put("/truth", "yes");
        return raw;
    }

    private static Target target(RequestReference reference) {
        return new Target(reference, OptionalLong.empty());
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).now();
    }

    private static List<String> complaints(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.NotAllowed.class);
        return ((Outcome.NotAllowed<?>) outcome)
                .complaints().stream()
                        .map(complaint -> (complaint.pointer() + " " + complaint.code()).strip())
                        .toList();
    }

    private EmergencyCase draft(Map<String, String> raw) {
        EmergencyCase draft =
                done(asking.emergencies.drafts().start(asking.officer(), XB, Language.ENGLISH, Optional.empty(), raw));
        reference = draft.reference();
        return draft;
    }

    private void send() {
        draft(whole());
        done(asking.emergencies.drafts().send(asking.officer(), target(reference)));
        world.carry();
    }

    private Outcome<EmergencyCase> accept(Actor who, String why, Answer substantialGrounds) {
        return asked.emergencies
                .answers()
                .accept(
                        who,
                        target(reference),
                        new EmergencyCase.Decision("XB-EO-4", why, who.person()),
                        substantialGrounds,
                        "Only to avert the danger.");
    }

    private void sendAndAccept() {
        send();
        done(accept(asked.officer(), WHY, Answer.NO));
        world.carry();
    }

    private static Seen seen(OneHouse house, RequestReference reference) {
        return done(house.emergencies.read(house.lawyer(), reference));
    }

    private static List<String> words(OneHouse house, RequestReference reference) {
        return seen(house, reference).timeline().stream()
                .map(Timeline.Entry::event)
                .toList();
    }

    @Nested
    class The_way_of_a_request {
        @Test
        void is_known_to_both_States_and_a_leaf_at_each_step() {
            send();
            assertThat(seen(asking, reference).request().state().word()).isEqualTo("received");
            assertThat(asked.heard)
                    .anySatisfy(event -> assertThat(event)
                            .isEqualTo(new RequestArrived(
                                    reference, asking.state, Urgency.Criterion.THREAT_TO_LIFE, world.clock.instant())));
            done(asked.emergencies.answers().acknowledge(asked.officer(), target(reference)));
            world.carry();
            done(accept(asked.officer(), WHY, Answer.NO));
            world.carry();
            assertThat(words(asking, reference))
                    .containsExactly("drafted", "sent", "received", "acknowledged", "accepted");
            assertThat(words(asked, reference)).containsExactly("received", "acknowledged", "accepted");
            assertThat(seen(asked, reference).timeline())
                    .allSatisfy(entry -> assertThat(entry.leaf()).isPresent());
            EmergencyState.Accepted there =
                    (EmergencyState.Accepted) seen(asking, reference).request().state();
            assertThat(there.conditions()).isEqualTo("Only to avert the danger.");
            assertThat(Duration.between(there.at(), there.reviewBy())).isEqualTo(Duration.ofHours(72));
        }

        @Test
        void carries_the_same_words_and_fingerprint_to_the_other_State() {
            send();
            EmergencyCase ours = seen(asking, reference).request();
            EmergencyCase theirs = seen(asked, reference).request();
            assertThat(theirs.document()).containsAllEntriesOf(whole());
            assertThat(new Fingerprint(theirs.fingerprint())).isEqualTo(new Fingerprint(ours.fingerprint()));
            assertThat(theirs.side()).isEqualTo(Side.REQUESTED);
        }

        @Test
        void sends_once_however_often_the_key_is_pressed() {
            send();
            done(asking.emergencies.drafts().send(asking.officer(), target(reference)));
            assertThat(asking.sent).hasSize(1);
        }

        @Test
        void may_end_by_being_taken_back() {
            send();
            done(asking.emergencies
                    .answers()
                    .withdraw(asking.officer(), target(reference), "The sender was arrested."));
            world.carry();
            assertThat(seen(asked, reference).request().state().word()).isEqualTo("withdrawn");
            assertThat(accept(asked.officer(), WHY, Answer.NO)).isInstanceOf(Outcome.WrongState.class);
        }

        @Test
        void keeps_what_crossed_on_the_way() {
            send();
            done(asking.emergencies.answers().withdraw(asking.officer(), target(reference), "It is over."));
            done(asked.emergencies.answers().decline(asked.lawyer(), target(reference), "No danger is shown."));
            world.carry();
            assertThat(words(asking, reference)).endsWith("withdrawn", "crossed");
            assertThat(words(asked, reference)).endsWith("declined", "crossed");
        }

        @Test
        void gives_what_was_only_kept_while_the_danger_lasts() {
            send();
            done(asked.emergencies
                    .answers()
                    .keep(
                            asked.officer(),
                            target(reference),
                            new EmergencyCase.Decision("XB-EO-4", WHY, "officer-XB"),
                            Answer.UNKNOWN,
                            "We must ask a judge first."));
            world.carry();
            assertThat(seen(asking, reference).request().state().word()).isEqualTo("kept-only");
            done(accept(asked.officer(), WHY, Answer.NO));
            world.carry();
            assertThat(seen(asking, reference).request().isAccepted()).isTrue();
        }
    }

    @Nested
    class A_draft {
        @Test
        void is_kept_with_what_is_wrong_in_it_and_told_all_of_it_at_once() {
            draft(Map.of("/risk/kind", "boredom", "/items/0/type", "email", "/items/0/value", "no address"));
            List<String> wrong = complaints(asking.emergencies.drafts().send(asking.officer(), target(reference)));
            assertThat(wrong).contains("/risk/who missing", "/truth missing", "/approver/phone missing");
            assertThat(wrong).anyMatch(text -> text.startsWith("/risk/kind "));
            assertThat(seen(asking, reference).request().document())
                    .containsEntry("/items/0/value", "no address")
                    .containsEntry("/risk/kind", "boredom");
            assertThat(asking.sent).isEmpty();
        }

        @Test
        void goes_back_to_no_request_that_was_not_looked_up() {
            draft(Map.of("/preservation", "XA.PRS.2027.000001-0"));
            done(asking.emergencies
                    .drafts()
                    .save(asking.officer(), target(reference), Map.of("/preservation", "XC.PRS.2027.000001-0")));
            assertThat(seen(asking, reference).request().document()).doesNotContainKey("/preservation");
        }

        @Test
        void is_not_sent_when_its_truth_is_denied() {
            draft(whole());
            done(asking.emergencies.drafts().save(asking.officer(), target(reference), Map.of("/truth", "no")));
            assertThat(complaints(asking.emergencies.drafts().send(asking.officer(), target(reference))))
                    .containsExactly("/truth truth-not-declared");
        }

        @Test
        void is_not_overwritten_by_somebody_who_saw_an_older_one() {
            EmergencyCase draft = draft(whole());
            done(asking.emergencies
                    .drafts()
                    .save(asking.officer(), target(reference), Map.of("/risk/who", "Everybody.")));
            Outcome<EmergencyCase> late = asking.emergencies
                    .drafts()
                    .save(
                            asking.officer(),
                            new Target(reference, OptionalLong.of(draft.version())),
                            Map.of("/risk/who", "Nobody."));
            assertThat(late).isInstanceOf(Outcome.Stale.class);
            assertThat(seen(asking, reference).request().document()).containsEntry("/risk/who", "Everybody.");
        }
    }

    @Nested
    class A_paper {
        @Test
        void is_genuine_at_both_States_with_its_fingerprint_only() {
            send();
            Fingerprint right =
                    new Fingerprint(seen(asking, reference).request().fingerprint());
            for (OneHouse house : new OneHouse[] {asking, asked}) {
                assertThat(house.emergencies.verify(reference, right))
                        .isInstanceOfSatisfying(Verification.Genuine.class, genuine -> {
                            assertThat(genuine.scope()).isEqualTo("emergency");
                            assertThat(genuine.status()).isEqualTo("active");
                        });
                assertThat(house.emergencies.verify(reference, Fingerprint.of(new byte[1])))
                        .isEqualTo(new Verification.NotGenuine());
            }
        }

        @Test
        void of_a_draft_is_not_genuine() {
            EmergencyCase draft = draft(whole());
            assertThat(asking.emergencies.verify(draft.reference(), Fingerprint.of(new byte[0])))
                    .isEqualTo(new Verification.NotGenuine());
        }
    }

    @Nested
    class Giving {
        @ParameterizedTest
        @CsvSource({
            "Ransom., NO, justification-too-short",
            "'', NO, justification-too-short",
            "'First sentence. Second one.', YES, substantial-grounds-found",
            "'First sentence. Second one.', NOT_GIVEN, substantial-grounds-not-answered"
        })
        void needs_reasons_and_the_question_of_persecution(String why, Answer answer, String ground) {
            send();
            assertThat(complaints(accept(asked.officer(), why, answer))).containsExactly(ground);
            assertThat(seen(asked, reference).request().state().word()).isEqualTo("received");
        }

        @Test
        void leaves_a_copy_for_oversight_by_itself() {
            sendAndAccept();
            List<Look> looks = asked.database
                    .transactions()
                    .read(tx -> asked.looks
                            .recent(tx, LookFilter.all(), OptionalLong.empty(), 50)
                            .looks());
            assertThat(looks).anySatisfy(look -> {
                assertThat(look.what()).isEqualTo("emergency.accept");
                assertThat(look.subject()).isEqualTo(reference.toString());
                assertThat(look.reason()).isEqualTo(WHY);
            });
        }

        @Test
        void is_not_an_investigators_to_do_nor_to_see() {
            send();
            assertThat(accept(asked.investigator(), WHY, Answer.NO)).isInstanceOf(Outcome.NotFound.class);
            assertThat(asked.emergencies.read(asked.investigator(), reference)).isInstanceOf(Outcome.NotFound.class);
        }

        @Test
        void says_no_only_by_the_central_authority() {
            send();
            assertThat(asked.emergencies.answers().decline(asked.officer(), target(reference), "No."))
                    .isInstanceOf(Outcome.NotAllowed.class);
            done(asked.emergencies
                    .answers()
                    .decline(asked.lawyer(), target(reference), "No danger to a person is shown."));
            world.carry();
            assertThat(seen(asking, reference).request().state())
                    .isEqualTo(new EmergencyState.Declined(world.clock.instant(), "No danger to a person is shown."));
        }
    }

    @Nested
    class Looking_again {
        @Test
        void is_told_to_both_and_ends_the_matter() {
            sendAndAccept();
            done(asking.emergencies
                    .answers()
                    .review(
                            asking.lawyer(),
                            target(reference),
                            Finding.JUSTIFIED,
                            "XA-MLA-9",
                            "The sender was found."));
            done(asked.emergencies
                    .answers()
                    .review(asked.lawyer(), target(reference), Finding.JUSTIFIED, "XA-MLA-9", "The danger was real."));
            world.carry();
            assertThat(seen(asking, reference).request().peerReview())
                    .hasValueSatisfying(review -> assertThat(review.text()).isEqualTo("The danger was real."));
            assertThat(seen(asked, reference).request().peerReview())
                    .hasValueSatisfying(
                            review -> assertThat(review.assistanceReference()).isEqualTo("XA-MLA-9"));
            assertThat(asked.emergencies.waiting(asked.lawyer(), 10)).isEmpty();
            assertThat(seen(asked, reference).acts()).isEmpty();
        }

        @Test
        void is_due_again_when_what_was_kept_is_given_after_all() {
            send();
            done(asked.emergencies
                    .answers()
                    .keep(
                            asked.officer(),
                            target(reference),
                            new EmergencyCase.Decision("XB-EO-4", WHY, "officer-XB"),
                            Answer.NO,
                            "We must ask a judge first."));
            world.carry();
            done(asking.emergencies
                    .answers()
                    .review(asking.lawyer(), target(reference), Finding.JUSTIFIED, "", "We wait for the judge."));
            done(accept(asked.officer(), WHY, Answer.NO));
            world.carry();
            assertThat(seen(asking, reference).request().ownReview()).isEmpty();
            done(asking.emergencies
                    .answers()
                    .review(asking.lawyer(), target(reference), Finding.JUSTIFIED, "", "The sender was found."));
            world.carry();
            assertThat(seen(asked, reference).request().peerReview())
                    .hasValueSatisfying(review -> assertThat(review.text()).isEqualTo("The sender was found."));
        }

        @Test
        void is_not_done_by_the_person_who_decided() {
            send();
            done(accept(asked.lawyer(), WHY, Answer.NO));
            Outcome<EmergencyCase> own = asked.emergencies
                    .answers()
                    .review(asked.lawyer(), target(reference), Finding.JUSTIFIED, "", "I was right.");
            assertThat(own).isEqualTo(Outcome.notAllowed("review-by-another-person"));
            Actor another = new Actor("second-lawyer", asked.state, Set.of(Role.CENTRAL_AUTHORITY));
            done(asked.emergencies
                    .answers()
                    .review(another, target(reference), Finding.NOT_JUSTIFIED, "", "It was not shown."));
        }

        @Test
        void is_asked_for_once_when_its_time_has_passed() {
            sendAndAccept();
            world.clock.advance(Duration.ofHours(71));
            assertThat(asked.emergencies.tick()).isZero();
            world.clock.advance(Duration.ofHours(2));
            assertThat(asked.emergencies.tick()).isOne();
            assertThat(asked.emergencies.tick()).isZero();
            assertThat(words(asked, reference)).endsWith("review-overdue");
            assertThat(asked.heard.getLast()).isInstanceOf(RequestReminded.class);
            assertThat(asked.emergencies.waiting(asked.lawyer(), 10)).hasSize(1);
        }
    }

    @Nested
    class A_letter_is_refused {
        private String codeOf(OneHouse from, OneHouse to, RequestReference about, EmergencyLetter said) {
            byte[] body =
                    EmergencyLetters.BODY.bytes(new LetterHead(about, world.clock.instant(), "duty-officer"), said);
            Handling handling = to.receive(
                    from,
                    new OutgoingLetter(
                            TimeOrderedId.at(world.clock.instant()),
                            to.state,
                            EmergencyLetters.KIND,
                            1,
                            about.toString(),
                            body));
            return handling instanceof Handling.Refused refused ? refused.code() : "taken";
        }

        @Test
        void when_the_State_has_no_say_in_it() {
            send();
            EmergencyLetter accepted = new EmergencyLetter.Accepted(world.clock.instant(), "");
            assertThat(codeOf(asking, asked, reference, accepted)).isEqualTo("not-our-request");
            assertThat(codeOf(asked, asking, reference, new EmergencyLetter.Withdrawn("x")))
                    .isEqualTo("not-your-request");
        }

        @Test
        void when_it_has_no_meaning_as_things_stand() {
            send();
            assertThat(codeOf(asking, asked, reference, new EmergencyLetter.Reviewed("justified", "", "x")))
                    .isEqualTo("wrong-state");
            sendAndAccept();
            assertThat(codeOf(asking, asked, reference, new EmergencyLetter.Reviewed("perhaps", "", "x")))
                    .isEqualTo("wrong-state");
        }

        @Test
        void when_nobody_asked_or_the_name_was_used_before() {
            RequestReference other = RequestReference.next(asking.state, RequestType.EMERGENCY, 2027, 700);
            assertThat(codeOf(asking, asked, other, new EmergencyLetter.Withdrawn("x")))
                    .isEqualTo("unknown-request");
            send();
            assertThat(asked.receive(asking, asking.sent.getFirst()))
                    .isEqualTo(Handling.refused("reference-already-used", reference.toString()));
        }
    }

    @Test
    void all_of_a_State_see_what_waits_and_an_investigator_only_what_is_theirs() {
        send();
        assertThat(asked.emergencies.waiting(asked.officer(), 10)).hasSize(1);
        assertThat(asked.emergencies.countWaiting(asked.officer(), 10)).isOne();
        assertThat(asked.emergencies.countWaiting(asked.officer(), 0)).isZero();
        assertThat(asked.emergencies.countWaiting(asked.investigator(), 10)).isZero();
        assertThat(asking.emergencies.countWaiting(asking.officer(), 10)).isZero();
        assertThat(asked.emergencies
                        .list(asked.investigator(), Optional.empty(), 10)
                        .lines())
                .isEmpty();
        assertThat(asking.emergencies
                        .list(asking.oversight(), Optional.empty(), 10)
                        .lines())
                .hasSize(1);
    }
}
