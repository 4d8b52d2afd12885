package comity.requests.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import comity.law.Law;
import comity.requests.TaggedRecords;
import comity.requests.preservation.TermClock.Cause;
import comity.requests.preservation.TermClock.PauseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MovesTest {
    private static final Instant NOW = Instant.parse("2027-03-13T02:12:00Z");
    private static final Instant END = Instant.parse("2027-05-12T02:12:00Z");
    private static final DomesticOrder ORDER = new DomesticOrder("DO-1", NOW, NOW.plus(Duration.ofDays(90)), 0);
    private static final Keeping KEEPING = new Keeping("Nimbus", Keeping.Coverage.FULL, "BM-9", "", NOW, END, 0);

    @Nested
    class On_the_asking_side {
        @Test
        void a_refusal_starts_from_a_consultation_and_from_nowhere_else() {
            assertThat(startsOf("refuse", Outgoing.class)).containsExactly(Outgoing.Consulted.class);
        }

        @Test
        void an_extension_is_asked_while_the_data_are_preserved() {
            Outgoing.ExtensionAsked asked =
                    Moves.askExtension(new Outgoing.Preserved(KEEPING), new ExtensionWish(30, "court", NOW));

            assertThat(Moves.extend(asked, END.plus(Duration.ofDays(30)))
                            .keeping()
                            .extensions())
                    .isEqualTo(1);
            assertThat(Moves.keepTerm(asked)).isEqualTo(new Outgoing.Preserved(KEEPING));
        }

        @Test
        void an_answer_stays_with_the_consultation_it_answers() {
            Outgoing.Consulted consulted =
                    new Outgoing.Consulted(NOW, new Consultation("essential-interests", "?", ""));

            assertThat(Moves.answer(consulted, "Yes, we narrow it")
                            .consultation()
                            .answer())
                    .isEqualTo("Yes, we narrow it");
        }
    }

    @Nested
    class On_the_asked_side {
        @Test
        void a_refusal_starts_from_a_consultation_and_from_nowhere_else() {
            assertThat(startsOf("refuse", Incoming.class)).containsExactly(Incoming.Consulted.class);
        }

        @Test
        void nothing_is_ordered_while_the_other_state_must_choose() {
            assertThat(Incoming.Assessable.class.isAssignableFrom(Incoming.RiskNoticed.class))
                    .isFalse();
            assertThat(startsOf("order", Incoming.class)).containsExactly(Incoming.Assessable.class);
        }

        @Test
        void a_renewed_order_keeps_everything_else() {
            DomesticOrder renewed = new DomesticOrder("DO-2", END, END.plus(Duration.ofDays(90)), 1);
            Incoming.Held held = new Incoming.Held(ORDER, KEEPING, "MLA-1", NOW);

            assertThat(Moves.renew(held, renewed)).isEqualTo(new Incoming.Held(renewed, KEEPING, "MLA-1", NOW));
        }

        @Test
        void only_what_is_kept_until_a_moment_can_expire() {
            assertThat(startsOf("expire", Incoming.class))
                    .containsExactlyInAnyOrder(Incoming.Kept.class, Incoming.Ordered.class);
            assertThat(Incoming.Kept.class.isAssignableFrom(Incoming.Held.class))
                    .isFalse();
        }
    }

    @Nested
    class Clocks_on_paper {
        private final Clocks clocks = new Clocks(Law.load().terms());

        @Test
        void stand_still_and_run_on_with_what_was_left() {
            TermClock running = new TermClock.Running(NOW.plus(Duration.ofMinutes(40)), Cause.DECISION);
            TermClock paused = clocks.pause(running, PauseReason.NEEDS_MORE, NOW);

            assertThat(clocks.resume(paused, NOW.plus(Duration.ofDays(3))).due())
                    .contains(NOW.plus(Duration.ofDays(3)).plus(Duration.ofMinutes(40)));
        }

        @Test
        void that_were_breached_give_the_desk_a_quarter_of_an_hour_again() {
            TermClock paused = clocks.pause(new TermClock.Breached(NOW, Cause.DECISION), PauseReason.CONSULTATION, NOW);

            assertThat(clocks.resume(paused, NOW).due()).contains(NOW.plus(Duration.ofMinutes(15)));
        }

        @Test
        void show_how_often_a_term_was_extended() {
            assertThat(Clocks.ofKeeping(KEEPING.extendedTo(END.plus(Duration.ofDays(30)))))
                    .isEqualTo(new TermClock.Extended(END.plus(Duration.ofDays(30)), 1, Cause.PRESERVATION));
        }
    }

    @Nested
    class Alarms {
        private final Placing placing = new Placing(Law.load().terms());

        @Test
        void ring_three_weeks_two_weeks_one_week_and_two_days_before_the_end() {
            OutgoingCase request = preserved();

            assertThat(placing.moments(request))
                    .filteredOn(moment -> moment.what() == Placing.What.ALARM)
                    .extracting(Placing.Moment::daysLeft)
                    .containsExactly(21, 14, 7, 2);
            assertThat(placing.of(request, NOW).tickAt()).contains(END.minus(Duration.ofDays(21)));
            assertThat(placing.of(request, END.minus(Duration.ofDays(21))).tickAt())
                    .contains(END.minus(Duration.ofDays(14)));
        }

        private OutgoingCase preserved() {
            return new OutgoingCase(
                    java.util.UUID.randomUUID(),
                    comity.kernel.RequestReference.next(Requests.XA, comity.kernel.RequestType.PRESERVATION, 2027, 0),
                    Requests.XB,
                    java.util.Map.of(),
                    java.util.Map.of(),
                    new Outgoing.Preserved(KEEPING),
                    java.util.Optional.of(Clocks.ofKeeping(KEEPING)),
                    comity.requests.Urgency.Criterion.NONE,
                    "",
                    java.util.Optional.of(NOW),
                    java.util.Optional.empty(),
                    "",
                    1,
                    "officer",
                    NOW,
                    NOW);
        }
    }

    @Nested
    class States_as_text {
        private final TaggedRecords<Incoming> family =
                new TaggedRecords<>(Incoming.class, "state", Incoming.Unknown::new);

        @Test
        void come_back_as_they_were() {
            Incoming state = new Incoming.NeedsMore(NOW, List.of("/items/0/port"), "Which port?");

            assertThat(family.read(JsonMapper.shared(), family.write(JsonMapper.shared(), state)))
                    .isEqualTo(state);
            assertThat(family.write(JsonMapper.shared(), state).path("state").asString())
                    .isEqualTo("needs-more");
        }

        @Test
        void of_a_newer_version_are_read_as_unknown() {
            assertThat(family.read(JsonMapper.shared(), JsonMapper.shared().readTree("{\"state\":\"beamed-up\"}")))
                    .isEqualTo(new Incoming.Unknown("beamed-up"));
        }
    }

    private static Stream<Class<?>> startsOf(String move, Class<?> family) {
        return Arrays.stream(Moves.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(move))
                .map(method -> method.getParameterTypes()[0])
                .filter(family::isAssignableFrom);
    }
}
