package comity.requests.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import comity.federation.Handling;
import comity.federation.OutgoingLetter;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.StateCode;
import comity.requests.LetterHead;
import comity.requests.Outcome;
import comity.requests.preservation.MachineCheck.Result;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LettersThatAreRefusedTest {
    private final RequestReference ours = RequestReference.next(Requests.XA, RequestType.PRESERVATION, 2027, 0);
    private TwoHouses world;

    @BeforeEach
    void two_states() {
        world = new TwoHouses();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String said(
            TwoHouses.OneHouse from, TwoHouses.OneHouse to, RequestReference about, PreservationLetter letter) {
        return said(from, to, about, about.toString(), letter);
    }

    private String said(
            TwoHouses.OneHouse from,
            TwoHouses.OneHouse to,
            RequestReference about,
            String thread,
            PreservationLetter letter) {
        byte[] body = LetterText.BODY.bytes(
                new LetterHead(about, Instant.parse("2027-03-13T01:20:00Z"), "duty-officer"), letter);
        Handling handling = to.receive(
                from,
                new OutgoingLetter(UUID.randomUUID(), to.state, LetterText.KIND, LetterText.VERSION, thread, body));
        return handling instanceof Handling.Refused(var code, var _) ? code : "accepted";
    }

    private PreservationLetter.Request request(StateCode requested, Map<String, String> raw) {
        return new PreservationLetter.Request(
                requested.code(), world.asked.house.form().documents().nest(raw), Optional.empty());
    }

    private long cases() {
        return world.asked.database.reader().number("select count(*) from requests.preservation");
    }

    @Nested
    class A_request {
        @Test
        void to_another_state_is_refused() {
            assertThat(said(world.asking, world.asked, ours, request(new StateCode("XC"), Requests.whole())))
                    .isEqualTo("wrong-addressee");
            assertThat(cases()).isZero();
        }

        @Test
        void in_the_name_of_a_third_state_is_refused() {
            RequestReference foreign = RequestReference.next(new StateCode("XC"), RequestType.PRESERVATION, 2027, 0);

            assertThat(said(world.asking, world.asked, foreign, request(Requests.XB, Requests.whole())))
                    .isEqualTo("not-your-request");
            assertThat(cases()).isZero();
        }

        @Test
        void under_the_thread_of_another_is_refused() {
            RequestReference other = RequestReference.next(Requests.XA, RequestType.PRESERVATION, 2027, 500);

            assertThat(said(world.asking, world.asked, ours, other.toString(), request(Requests.XB, Requests.whole())))
                    .isEqualTo("wrong-thread");
        }

        @Test
        void that_used_its_reference_before_is_refused() {
            said(world.asking, world.asked, ours, request(Requests.XB, Requests.whole()));

            assertThat(said(world.asking, world.asked, ours, request(Requests.XB, Requests.whole())))
                    .isEqualTo("reference-already-used");
            assertThat(cases()).isEqualTo(1);
        }

        @Test
        void that_a_careless_form_let_through_is_taken_and_its_faults_are_shown() {
            Map<String, String> raw = new HashMap<>(Requests.wholeWithout("/necessity"));
            raw.put("/items/1/from/instant", "2027-03-13T01:03:45Z");

            assertThat(said(world.asking, world.asked, ours, request(Requests.XB, raw)))
                    .isEqualTo("accepted");
            IncomingCase taken = ((Outcome.Done<IncomingCase>)
                            world.asked.preservations.cases().incoming(world.asked.officer(), ours))
                    .now();
            assertThat(taken.checks())
                    .filteredOn(check -> check.result() == Result.FAILED)
                    .extracting(check -> check.details().getOrDefault("code", check.code()))
                    .contains("minimum-content", "missing", "instant-differs");
        }
    }

    @Nested
    class A_word_about_a_request {
        @Test
        void that_never_came_is_refused() {
            assertThat(said(world.asking, world.asked, ours, new PreservationLetter.Withdrawn("x")))
                    .isEqualTo("unknown-request");
            assertThat(said(world.asked, world.asking, ours, new PreservationLetter.Released("x")))
                    .isEqualTo("unknown-request");
        }

        @Test
        void that_only_the_other_side_may_say_is_refused() {
            said(world.asking, world.asked, ours, request(Requests.XB, Requests.whole()));

            assertThat(said(world.asking, world.asked, ours, new PreservationLetter.Released("x")))
                    .isEqualTo("not-our-request");
        }

        @Test
        void that_has_no_meaning_where_the_request_stands_is_refused_and_moves_nothing() {
            said(world.asking, world.asked, ours, request(Requests.XB, Requests.whole()));
            long events = world.asked.database.reader().number("select count(*) from requests.event");

            assertThat(said(world.asking, world.asked, ours, new PreservationLetter.MlaLinked("XA.MLA.1")))
                    .isEqualTo("wrong-state");
            assertThat(said(world.asking, world.asked, ours, new PreservationLetter.ExtensionAsked(30, "x")))
                    .isEqualTo("wrong-state");
            assertThat(said(world.asking, world.asked, ours, new PreservationLetter.RiskChoice("continue", "")))
                    .isEqualTo("wrong-state");
            assertThat(world.asked.database.reader().number("select count(*) from requests.event"))
                    .isEqualTo(events);
        }

        @Test
        void of_a_newer_version_is_refused_by_name() {
            said(world.asking, world.asked, ours, request(Requests.XB, Requests.whole()));

            assertThat(said(world.asking, world.asked, ours, new PreservationLetter.Unknown("teleported")))
                    .isEqualTo("unknown-act");
        }
    }

    @Nested
    class A_rejected_letter {
        @Test
        void is_written_into_the_timeline_so_that_a_person_looks() {
            Draft draft = ((Outcome.Done<Draft>) world.asking
                            .preservations
                            .drafts()
                            .start(world.asking.officer(), Requests.XB, Language.ENGLISH, Requests.whole()))
                    .now();
            world.asking.preservations.drafts().send(world.asking.officer(), draft.id(), draft.version());
            OutgoingLetter letter = world.asking.sent.getFirst();
            world.asked.receive(world.asking, letter);
            world.carry();

            assertThat(world.asking
                            .database
                            .reader()
                            .text("select details ->> 'code' from requests.event where word = 'letter-rejected'"))
                    .isEqualTo("reference-already-used");
        }
    }

    @Nested
    class A_row_of_a_newer_version {
        @Test
        void is_shown_and_not_moved() {
            said(world.asking, world.asked, ours, request(Requests.XB, Requests.whole()));
            world.asked
                    .database
                    .reader()
                    .rows(
                            "update requests.preservation set record = jsonb_set(record, '{state}', ?::jsonb)",
                            JsonMapper.shared()
                                    .createObjectNode()
                                    .put("state", "beamed-up")
                                    .put("crew", 7)
                                    .toString());

            assertThat(world.asked
                            .preservations
                            .answering()
                            .order(world.asked.officer(), Target.of(ours), "DO-1", world.clock.instant()))
                    .isEqualTo(new Outcome.WrongState<>("beamed-up"));
            assertThat(world.asked
                            .preservations
                            .answering()
                            .acknowledge(world.asked.officer(), Target.of(ours), Optional.empty()))
                    .isEqualTo(new Outcome.WrongState<>("beamed-up"));
        }
    }
}
