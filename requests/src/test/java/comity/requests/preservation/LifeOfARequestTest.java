package comity.requests.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Actor;
import comity.kernel.Fingerprint;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.law.RiskKind;
import comity.requests.Outcome;
import comity.requests.RequestArrived;
import comity.requests.Timeline;
import comity.requests.preservation.Assessment.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeOfARequestTest {
    private static final String REASONS = """
            The account belongs to a body of our State whose data our law protects against any order of this kind. A court has \
            said so twice in like cases. We would gladly help if the request were narrowed to the connection records of the \
            session that you name, without the content of the storage and without its other users.""";

    private TwoHouses world;
    private TwoHouses.OneHouse asking;
    private TwoHouses.OneHouse asked;
    /// Of the request that was sent last.
    private RequestReference reference = new RequestReference(Requests.XA, RequestType.PRESERVATION, 2027, 1);

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

    private Draft draft(Map<String, String> raw) {
        return done(asking.preservations.drafts().start(asking.officer(), Requests.XB, Language.ENGLISH, raw));
    }

    private void sendWhole() {
        Draft draft = draft(Requests.whole());
        reference = draft.reference();
        done(asking.preservations.drafts().send(asking.officer(), draft.id(), draft.version()));
        world.carry();
    }

    private void acknowledge() {
        done(asked.preservations.answering().acknowledge(asked.officer(), Target.of(reference), Optional.empty()));
        world.carry();
    }

    private void judgeNothingFound() {
        done(asked.preservations
                .answering()
                .assess(
                        asked.officer(),
                        Target.of(reference),
                        new Assessment(Answer.YES, Answer.NO, Answer.NO, Answer.NO, "")));
    }

    private void order(Instant at) {
        judgeNothingFound();
        done(asked.preservations.answering().order(asked.officer(), Target.of(reference), "DO-17", at));
        world.carry();
    }

    private void preserve() {
        done(asked.preservations
                .answering()
                .preserved(
                        asked.officer(),
                        Target.of(reference),
                        new Confirmation("Nimbus Harbour Cloud", Keeping.Coverage.FULL, "BM-9", "")));
        world.carry();
    }

    private void preservedFrom(Instant at) {
        sendWhole();
        acknowledge();
        world.clock.set(at);
        order(at);
        preserve();
    }

    private OutgoingCase ours() {
        return done(asking.preservations.cases().outgoing(asking.officer(), reference));
    }

    private IncomingCase theirs() {
        return done(asked.preservations.cases().incoming(asked.officer(), reference));
    }

    private static List<String> events(TwoHouses.OneHouse house, Actor who, RequestReference reference) {
        return done(house.preservations.cases().timeline(who, reference)).entries().stream()
                .map(Timeline.Entry::event)
                .toList();
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(T now)) {
            return now;
        }
        throw new AssertionError("Not done but " + outcome);
    }

    @Nested
    class From_the_form_to_the_release {
        @Test
        void both_sides_tell_the_same_story() {
            preservedFrom(Instant.parse("2027-03-13T02:12:00Z"));
            done(asked.preservations.answering().release(asked.officer(), Target.of(reference), "Case closed"));
            world.carry();

            assertThat(events(asking, asking.officer(), reference))
                    .containsExactly("drafted", "sent", "received", "acknowledged", "ordered", "preserved", "released");
            assertThat(events(asked, asked.officer(), reference))
                    .containsExactly("received", "acknowledged", "assessed", "ordered", "preserved", "released");
            assertThat(ours().state()).isInstanceOf(Outgoing.Released.class);
            assertThat(theirs().state()).isInstanceOf(Incoming.Released.class);
        }

        @Test
        void the_desk_is_rung_once_it_is_durable_and_told_how_urgent_it_is() {
            sendWhole();

            assertThat(asked.heard).hasSize(1).first().isInstanceOfSatisfying(RequestArrived.class, arrived -> {
                assertThat(arrived.reference()).isEqualTo(reference);
                assertThat(arrived.urgency().code()).isEqualTo("critical-infrastructure");
            });
        }

        @Test
        void every_event_after_the_draft_has_a_leaf_that_commits_to_it() {
            sendWhole();
            acknowledge();

            List<Timeline.Entry> entries = done(asking.preservations.cases().timeline(asking.officer(), reference))
                    .entries();
            assertThat(entries.getFirst().leaf()).isEmpty();
            assertThat(entries.subList(1, entries.size()))
                    .allSatisfy(entry -> assertThat(entry.leaf()).isPresent());
            assertThat(asking.database.reader().number("select count(*) from ledger.leaf"))
                    .isEqualTo(5);
        }

        @Test
        void the_fingerprint_is_the_same_in_both_houses_and_the_public_page_knows_it() {
            sendWhole();

            assertThat(theirs().fingerprint()).isEqualTo(ours().fingerprint());
            Fingerprint fingerprint = new Fingerprint(ours().fingerprint());
            assertThat(asked.preservations.cases().verify(reference, fingerprint))
                    .isInstanceOfSatisfying(Verification.Genuine.class, genuine -> {
                        assertThat(genuine.status()).isEqualTo("active");
                        assertThat(genuine.scope()).isEqualTo("preservation");
                    });
            assertThat(asked.preservations.cases().verify(reference, Fingerprint.of(new byte[1])))
                    .isEqualTo(new Verification.NotGenuine());
        }

        @Test
        void times_travel_with_the_instant_they_mean() {
            sendWhole();

            assertThat(theirs().document())
                    .containsEntry("/items/1/from/text", "2027-03-13 01:03:45")
                    .containsEntry("/items/1/from/zone", "Europe/Paris")
                    .containsEntry("/items/1/from/instant", "2027-03-13T00:03:45Z");
        }
    }

    @Nested
    class Sending {
        @Test
        void twice_sends_once() {
            Draft draft = draft(Requests.whole());
            done(asking.preservations.drafts().send(asking.officer(), draft.id(), draft.version()));
            OutgoingCase again =
                    done(asking.preservations.drafts().send(asking.officer(), draft.id(), draft.version()));

            assertThat(again.state()).isInstanceOf(Outgoing.Sent.class);
            assertThat(asking.sent).hasSize(1);
        }

        @Test
        void is_refused_with_all_complaints_at_once_and_keeps_what_was_typed() {
            Map<String, String> raw = Requests.wholeWithout("/necessity");
            raw.remove("/facts");
            Draft draft = draft(raw);

            assertThat(asking.preservations.drafts().send(asking.officer(), draft.id(), draft.version()))
                    .isInstanceOfSatisfying(
                            Outcome.NotAllowed.class,
                            no -> assertThat(no.complaints())
                                    .extracting("pointer")
                                    .containsExactly("/facts", "/necessity"));
            assertThat(asking.sent).isEmpty();
            assertThat(done(asking.preservations.drafts().open(asking.officer(), draft.id()))
                            .raw())
                    .containsEntry("/items/0/value", "nh-7f31c2");
        }

        @Test
        void is_refused_when_somebody_saved_meanwhile() {
            Draft draft = draft(Requests.whole());
            done(asking.preservations
                    .drafts()
                    .save(asking.officer(), draft.id(), Map.of("/other", "One more thing"), draft.version()));

            assertThat(asking.preservations.drafts().send(asking.officer(), draft.id(), draft.version()))
                    .isEqualTo(new Outcome.Stale<>(draft.version() + 1));
        }

        @Test
        void is_for_the_desk_and_an_investigator_who_tries_is_written_down() {
            Draft draft = done(asking.preservations
                    .drafts()
                    .start(asking.investigator(), Requests.XB, Language.FRENCH, Requests.whole()));

            assertThat(asking.preservations.drafts().send(asking.investigator(), draft.id(), draft.version()))
                    .isEqualTo(Outcome.notAllowed("role-not-competent"));
            assertThat(denied(asking)).containsExactly("role-not-competent");
        }

        @Test
        void the_same_letter_again_is_refused_and_changes_nothing() {
            sendWhole();
            IncomingCase before = theirs();

            assertThat(asked.receive(asking, asking.sent.getFirst()).toString()).contains("reference-already-used");
            assertThat(theirs()).isEqualTo(before);
        }
    }

    @Nested
    class Asking_for_more {
        @Test
        void pauses_the_clock_opens_the_asked_fields_and_runs_on_with_the_answer() {
            sendWhole();
            acknowledge();
            world.clock.advance(Duration.ofMinutes(20));
            done(asked.preservations
                    .answering()
                    .askMore(asked.officer(), Target.of(reference), List.of("/items/0/source"), "Which log?"));
            world.carry();

            assertThat(theirs().clock())
                    .isInstanceOfSatisfying(
                            TermClock.Paused.class,
                            paused -> assertThat(paused.remaining()).isEqualTo(Duration.ofMinutes(40)));
            Draft reopened = done(asking.preservations.drafts().open(asking.officer(), reference));
            assertThat(reopened.asked()).containsExactly("/items/0/source");

            world.clock.advance(Duration.ofHours(5));
            done(asking.preservations
                    .drafts()
                    .save(
                            asking.officer(),
                            reopened.id(),
                            Map.of("/items/0/source", "Storage log, line 3"),
                            reopened.version()));
            assertThat(theirs().document()).doesNotContainKey("/items/0/source");
            done(asking.preservations.asking().answer(asking.officer(), Target.of(reference), Map.of(), "Here"));
            world.carry();

            assertThat(theirs().state()).isInstanceOf(Incoming.Acknowledged.class);
            assertThat(theirs().document()).containsEntry("/items/0/source", "Storage log, line 3");
            assertThat(theirs().clock().due()).contains(world.clock.instant().plus(Duration.ofMinutes(40)));
        }
    }

    @Nested
    class A_warning {
        @Test
        void waits_for_the_requesting_states_choice() {
            sendWhole();
            acknowledge();
            judgeNothingFound();
            done(asked.preservations
                    .answering()
                    .noticeRisk(
                            asked.officer(),
                            Target.of(reference),
                            new Risk(RiskKind.CONFIDENTIALITY, "The provider tells its users.")));
            world.carry();

            assertThat(asked.preservations
                            .answering()
                            .order(asked.officer(), Target.of(reference), "DO-1", world.clock.instant()))
                    .isEqualTo(new Outcome.WrongState<>("risk-noticed"));
            assertThat(ours().state()).isInstanceOf(Outgoing.RiskNoticed.class);

            done(asking.preservations
                    .asking()
                    .choose(asking.officer(), Target.of(reference), Risk.Choice.CONTINUE, "Go on"));
            world.carry();
            assertThat(theirs().state()).isInstanceOf(Incoming.Acknowledged.class);
        }

        @Test
        void can_end_in_a_withdrawal() {
            sendWhole();
            acknowledge();
            done(asked.preservations
                    .answering()
                    .noticeRisk(asked.officer(), Target.of(reference), new Risk(RiskKind.AVAILABILITY, "Gone soon")));
            world.carry();
            done(asking.preservations
                    .asking()
                    .choose(asking.officer(), Target.of(reference), Risk.Choice.WITHDRAW, "Too risky"));
            world.carry();

            assertThat(ours().state()).isInstanceOf(Outgoing.Withdrawn.class);
            assertThat(theirs().state()).isInstanceOf(Incoming.Withdrawn.class);
        }
    }

    @Nested
    class Refusing {
        private final Refusal refusal = new Refusal("essential-interests", "Evidence Act s. 4", REASONS, "Narrow it");

        @Test
        void comes_only_after_a_consultation_and_from_the_central_authority() {
            sendWhole();
            acknowledge();
            judgeNothingFound();

            assertThat(asked.preservations.answering().refuse(asked.officer(), Target.of(reference), refusal))
                    .isEqualTo(Outcome.notAllowed("role-not-competent"));
            assertThat(asked.preservations.answering().refuse(asked.lawyer(), Target.of(reference), refusal))
                    .isInstanceOfSatisfying(
                            Outcome.NotAllowed.class,
                            no -> assertThat(no.ground()).isEqualTo("not-consulted"));

            done(asked.preservations
                    .answering()
                    .consult(asked.officer(), Target.of(reference), "essential-interests", "Can you narrow it?"));
            world.carry();
            done(asking.preservations.asking().answer(asking.officer(), Target.of(reference), Map.of(), "No."));
            world.carry();
            done(asked.preservations.answering().refuse(asked.lawyer(), Target.of(reference), refusal));
            world.carry();

            assertThat(ours().state())
                    .isInstanceOfSatisfying(
                            Outgoing.Refused.class,
                            refused -> assertThat(refused.refusal().reasons()).isEqualTo(REASONS));
        }

        @Test
        void is_not_possible_on_a_ground_that_the_convention_does_not_give() {
            sendWhole();
            acknowledge();
            judgeNothingFound();
            done(asked.preservations.answering().consult(asked.officer(), Target.of(reference), "fiscal", "Taxes?"));

            assertThat(asked.preservations
                            .answering()
                            .refuse(
                                    asked.lawyer(),
                                    Target.of(reference),
                                    new Refusal("bank-secrecy", "Bank Act", REASONS, "")))
                    .isInstanceOfSatisfying(
                            Outcome.NotAllowed.class,
                            no -> assertThat(no.ground()).isEqualTo("refusal-ground-never-alone"));
        }
    }

    @Nested
    class Ordering {
        @Test
        void needs_the_answers_that_only_a_person_can_give() {
            sendWhole();
            acknowledge();

            assertThat(asked.preservations
                            .answering()
                            .order(asked.officer(), Target.of(reference), "DO-1", world.clock.instant()))
                    .isInstanceOfSatisfying(
                            Outcome.NotAllowed.class,
                            no -> assertThat(no.complaints())
                                    .extracting("code")
                                    .containsExactly(
                                            "substantial-grounds-not-answered", "protected-role-not-answered"));
        }

        @Test
        void starts_a_term_of_sixty_days_that_the_change_to_summer_time_does_not_shorten() {
            preservedFrom(Instant.parse("2027-03-13T02:12:00Z"));

            Instant end = Instant.parse("2027-05-12T02:12:00Z");
            assertThat(theirs().clock()).isEqualTo(new TermClock.Running(end, TermClock.Cause.PRESERVATION));
            assertThat(ours().clock()).contains(new TermClock.Running(end, TermClock.Cause.PRESERVATION));
        }

        @Test
        void ends_when_the_custodian_has_nothing() {
            sendWhole();
            acknowledge();
            order(world.clock.instant());
            done(asked.preservations
                    .answering()
                    .notFound(asked.officer(), Target.of(reference), "Nimbus Harbour Cloud", "No such account"));
            world.carry();

            assertThat(ours().state())
                    .isInstanceOfSatisfying(
                            Outgoing.Released.class,
                            released -> assertThat(released.reason()).isEqualTo("not-found"));
        }
    }

    @Nested
    class The_term {
        private final Instant start = Instant.parse("2027-03-13T02:12:00Z");

        @Test
        void rings_before_its_end_on_both_sides_and_a_second_tick_rings_nothing() {
            preservedFrom(start);
            world.clock.set(Instant.parse("2027-04-21T02:12:00Z"));

            assertThat(asking.preservations.terms().tick()).isEqualTo(1);
            assertThat(asked.preservations.terms().tick()).isEqualTo(1);
            assertThat(asking.preservations.terms().tick()).isZero();
            assertThat(events(asking, asking.officer(), reference)).endsWith("alarm");
            assertThat(events(asked, asked.officer(), reference)).endsWith("alarm");
            assertThat(asking.preservations.cases().countWaiting(asking.officer(), CaseLine.WaitsFor.US, 10))
                    .isEqualTo(1);
        }

        @Test
        void ends_and_deletes_nothing() {
            preservedFrom(start);
            world.clock.set(Instant.parse("2027-05-12T02:12:00Z"));
            asked.preservations.terms().tick();
            world.carry();

            assertThat(theirs().state()).isInstanceOf(Incoming.Expired.class);
            assertThat(ours().state()).isInstanceOf(Outgoing.Expired.class);
            assertThat(theirs().document()).containsEntry("/items/0/value", "nh-7f31c2");
            done(asked.preservations.answering().release(asked.officer(), Target.of(reference), "Term over"));
            world.carry();
            assertThat(ours().state()).isInstanceOf(Outgoing.Released.class);
        }

        @Test
        void is_extended_when_asked_in_time() {
            preservedFrom(start);
            done(asking.preservations
                    .asking()
                    .askExtension(asking.officer(), Target.of(reference), 30, "Assistance needs a court"));
            world.carry();
            done(asked.preservations.answering().grantExtension(asked.lawyer(), Target.of(reference), 30));
            world.carry();

            TermClock extended =
                    new TermClock.Extended(Instant.parse("2027-06-11T02:12:00Z"), 1, TermClock.Cause.PRESERVATION);
            assertThat(theirs().clock()).isEqualTo(extended);
            assertThat(ours().clock()).contains(extended);
        }

        @ParameterizedTest
        @CsvSource({"0, not-days", "-1, not-days", "3651, days-over-limit"})
        void is_not_extended_by_a_number_that_is_a_slip_of_the_finger(int days, String code) {
            preservedFrom(start);

            assertThat(asking.preservations
                            .asking()
                            .askExtension(asking.officer(), Target.of(reference), days, "Court"))
                    .isInstanceOfSatisfying(
                            Outcome.NotAllowed.class,
                            no -> assertThat(no.toString()).contains("/days", code));
        }

        @Test
        void is_not_extended_after_its_end() {
            preservedFrom(start);
            world.clock.set(Instant.parse("2027-05-12T02:12:00Z"));

            assertThat(asking.preservations.asking().askExtension(asking.officer(), Target.of(reference), 30, "Late"))
                    .isEqualTo(new Outcome.WrongState<>("preserved"));
        }

        @Test
        void has_no_end_once_a_request_for_assistance_is_linked() {
            preservedFrom(start);
            done(asking.preservations.asking().linkMla(asking.lawyer(), Target.of(reference), "XA.MLA.2027.0091"));
            world.carry();

            assertThat(ours().state()).isInstanceOf(Outgoing.Held.class);
            assertThat(theirs().clock()).isInstanceOf(TermClock.Held.class);
            world.clock.set(Instant.parse("2027-05-20T00:00:00Z"));
            asked.preservations.terms().tick();
            assertThat(theirs().state()).isInstanceOf(Incoming.Held.class);
        }

        @Test
        void needs_a_new_domestic_order_every_ninety_days_and_a_gap_is_shown() {
            preservedFrom(start);
            done(asking.preservations.asking().linkMla(asking.lawyer(), Target.of(reference), "XA.MLA.2027.0091"));
            world.carry();
            world.clock.set(start.plus(Duration.ofDays(70)));
            asked.preservations.terms().tick();
            assertThat(events(asked, asked.officer(), reference)).endsWith("renewal-due");

            world.clock.set(start.plus(Duration.ofDays(91)));
            asked.preservations.terms().tick();
            assertThat(theirs().clock())
                    .isEqualTo(new TermClock.Breached(start.plus(Duration.ofDays(90)), TermClock.Cause.DOMESTIC_ORDER));
            assertThat(theirs().state()).isInstanceOf(Incoming.Held.class);

            done(asked.preservations
                    .answering()
                    .renewOrder(asked.officer(), Target.of(reference), "DO-18", world.clock.instant()));
            assertThat(theirs().clock()).isInstanceOf(TermClock.Held.class);
        }

        @Test
        void of_acknowledgement_is_breached_after_a_quarter_of_an_hour_and_can_still_be_met() {
            sendWhole();
            world.clock.advance(Duration.ofMinutes(16));
            asked.preservations.terms().tick();

            assertThat(theirs().clock()).isInstanceOf(TermClock.Breached.class);
            acknowledge();
            assertThat(theirs().clock()).isInstanceOf(TermClock.Running.class);
        }

        /// The database keeps microseconds, the machine's clock does not.
        @Test
        void is_breached_whatever_fraction_of_a_second_it_began_with() {
            world.clock.advance(Duration.ofNanos(900));
            sendWhole();
            world.clock.advance(Duration.ofMinutes(16));
            asked.preservations.terms().tick();

            assertThat(theirs().clock()).isInstanceOf(TermClock.Breached.class);
        }
    }

    @Nested
    class Acknowledging {
        @Test
        void is_seen_by_the_other_desk_with_the_promised_time() {
            sendWhole();
            Instant promised = world.clock.instant().plus(Duration.ofHours(2));
            done(asked.preservations
                    .answering()
                    .acknowledge(asked.officer(), Target.of(reference), Optional.of(promised)));
            world.carry();

            assertThat(ours().acknowledgement()).hasValueSatisfying(seen -> {
                assertThat(seen.role()).isEqualTo("duty-officer");
                assertThat(seen.nextUpdateBy()).contains(promised);
            });
        }

        @Test
        void twice_says_it_once() {
            sendWhole();
            acknowledge();
            acknowledge();

            assertThat(asked.sent).hasSize(1);
        }

        @Test
        void on_an_old_version_is_refused_as_stale() {
            sendWhole();

            assertThat(asked.preservations
                            .answering()
                            .acknowledge(asked.officer(), Target.of(reference, 7), Optional.empty()))
                    .isEqualTo(new Outcome.Stale<>(1));
        }
    }

    @Nested
    class Withdrawing {
        @Test
        void crosses_an_order_on_the_way_and_both_sides_keep_what_the_other_said() {
            sendWhole();
            acknowledge();
            judgeNothingFound();
            done(asking.preservations.asking().withdraw(asking.officer(), Target.of(reference), "Found it ourselves"));
            done(asked.preservations
                    .answering()
                    .order(asked.officer(), Target.of(reference), "DO-1", world.clock.instant()));
            world.carry();

            assertThat(ours().state()).isInstanceOf(Outgoing.Withdrawn.class);
            assertThat(theirs().state()).isInstanceOf(Incoming.Withdrawn.class);
            assertThat(events(asking, asking.officer(), reference)).contains("crossed");
        }
    }

    @Nested
    class Looking {
        @Test
        void is_written_down() {
            sendWhole();
            asked.preservations.cases().incoming(asked.oversight(), reference);

            assertThat(asked.database
                            .reader()
                            .number(
                                    "select count(*) from safeguards.looks where allowed and subject = ?",
                                    reference.toString()))
                    .isEqualTo(1);
        }

        @Test
        void is_refused_to_an_administrator_and_an_investigators_eyes_stop_at_own_cases() {
            sendWhole();

            assertThat(asking.preservations.cases().outgoing(asking.administrator(), reference))
                    .isEqualTo(Outcome.notAllowed("role-not-competent"));
            assertThat(asking.preservations.cases().outgoing(asking.investigator(), reference))
                    .isEqualTo(new Outcome.NotFound<>());
            assertThat(denied(asking)).containsExactly("role-not-competent", "not-your-case");
            assertThat(asking.preservations
                            .cases()
                            .list(asking.investigator(), CaseFilter.all(), Optional.empty(), 10)
                            .lines())
                    .isEmpty();
        }

        @Test
        void shows_notes_that_no_letter_carries() {
            sendWhole();
            acknowledge();
            done(asked.preservations.cases().note(asked.officer(), reference, "Judge is on call until six."));
            order(world.clock.instant());

            assertThat(done(asked.preservations.cases().notes(asked.lawyer(), reference)))
                    .extracting(Note::text)
                    .containsExactly("Judge is on call until six.");
            assertThat(asked.sent)
                    .noneMatch(letter ->
                            new String(letter.body(), java.nio.charset.StandardCharsets.UTF_8).contains("Judge"));
        }
    }

    @Nested
    class A_later_request {
        @Test
        void takes_over_what_an_earlier_one_said() {
            sendWhole();
            Draft copy = done(asking.preservations.drafts().copyFrom(asking.officer(), reference, Requests.XB));

            assertThat(copy.reference()).isNotEqualTo(reference);
            assertThat(copy.raw())
                    .containsEntry("/items/0/value", "nh-7f31c2")
                    .containsEntry("/earlier/reference", reference.toString());
        }
    }

    private static List<String> denied(TwoHouses.OneHouse house) {
        return house
                .database
                .reader()
                .rows("select reason from safeguards.looks where not allowed order by number")
                .stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }
}
