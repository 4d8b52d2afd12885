package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole job between two real nodes, through the public API.
class TwoStatesTest {
    private RunningDemo demo;
    private ApiCalls asking;
    private ApiCalls askingCentral;
    private ApiCalls answering;
    private ApiCalls answeringCentral;

    @BeforeEach
    void people() {
        demo = SharedDemo.get();
        asking = ApiCalls.as(demo.node("XA"), "duty-officer");
        askingCentral = ApiCalls.as(demo.node("XA"), "central-authority");
        answering = ApiCalls.as(demo.node("XB"), "duty-officer");
        answeringCentral = ApiCalls.as(demo.node("XB"), "central-authority");
    }

    @Test
    void data_is_asked_for_kept_extended_held_and_released() {
        String reference = asking.sendExample("XB", Examples.ward9());
        answering.act(reference, "acknowledge", "{}");
        asking.awaitState(reference, "received");
        ApiCalls.await(
                "the acknowledgement is seen",
                () -> asking.request(reference).path("acknowledgement").isObject());
        answering.act(reference, "assess", Refusals.NOTHING_FOUND);
        answering.act(reference, "order", "{\"reference\":\"DPO/1\"}");
        asking.awaitState(reference, "ordered");
        answering.act(
                reference,
                "preserve",
                "{\"provider\":\"Nimbus Harbour Cloud\",\"coverage\":\"full\",\"nationalReference\":\"BM-1\"}");
        asking.awaitState(reference, "preserved");
        Instant until = untilOf(reference);
        // Belmora's own term is 90 days, longer than the Convention's floor.
        assertThat(until).isAfter(Instant.now().plus(Duration.ofDays(89)));

        asking.act(reference, "ask-extension", "{\"days\":30,\"reason\":\"The request is being translated.\"}");
        answeringCentral.act(reference, "answer-extension", "{\"answer\":\"grant\",\"days\":30}");
        ApiCalls.await("the longer term is seen", () -> untilOf(reference).isAfter(until));

        askingCentral.act(reference, "link-mla", "{\"mlaReference\":\"XA-MLA-1\"}");
        asking.awaitState(reference, "held");
        answering.act(reference, "release", "{\"reason\":\"The request for mutual legal assistance is decided.\"}");
        asking.awaitState(reference, "released");

        assertThat(asking.letters(reference))
                .isEqualTo(answering.letters(reference))
                .isNotEmpty();
    }

    @Test
    void more_is_asked_for_and_given() {
        String reference = asking.sendExample("XB", Examples.ward9());
        answering.act(reference, "acknowledge", "{}");
        answering.act(reference, "ask-more", "{\"fields\":[\"/items/1/to\"],\"note\":\"Please name the end.\"}");
        asking.awaitState(reference, "needs-more");
        assertThat(answering
                        .request(reference)
                        .path("summary")
                        .path("clock")
                        .path("status")
                        .asString())
                .isEqualTo("paused");
        asking.act(
                reference,
                "answer",
                "{\"fields\":{\"/items/1/to/text\":\"2026-03-13 00:09:00\",\"/items/1/to/zone\":\"UTC\"},\"note\":\"Here.\"}");
        answering.awaitAct(reference, "order");
    }

    @Test
    void a_risk_is_noticed_and_the_asking_state_withdraws() {
        String reference = asking.sendExample("XB", Examples.ward9());
        answering.act(reference, "acknowledge", "{}");
        answering.act(reference, "notice-risk", "{\"kind\":\"confidentiality\",\"note\":\"They tell their users.\"}");
        asking.act(reference, "choose-risk", "{\"choice\":\"withdraw\"}");
        answering.awaitState(reference, "withdrawn");
    }

    @Test
    void a_risk_is_noticed_and_the_asking_state_goes_on() {
        String reference = asking.sendExample("XB", Examples.ward9());
        answering.act(reference, "acknowledge", "{}");
        answering.act(reference, "notice-risk", "{\"kind\":\"availability\",\"note\":\"Copies are made at night.\"}");
        asking.awaitState(reference, "risk-noticed");
        for (ApiCalls desk : new ApiCalls[] {asking, answering}) {
            assertThat(desk.request(reference).at("/summary/clock/status").asString())
                    .isEqualTo("paused");
        }
        asking.act(reference, "choose-risk", "{\"choice\":\"continue\"}");
        answering.awaitState(reference, "acknowledged");
        assertThat(answering.request(reference).at("/summary/clock/status").asString())
                .isEqualTo("running");
        answering.act(reference, "assess", Refusals.NOTHING_FOUND);
        answering.act(reference, "order", "{\"reference\":\"DPO/2\"}");
        asking.awaitState(reference, "ordered");
        assertThat(asking.letters(reference)).isEqualTo(answering.letters(reference));
    }

    @Test
    void a_refusal_follows_a_consultation_and_carries_its_reasons() {
        String reference = asking.sendExample("XB", Examples.ward9());
        answering.act(reference, "acknowledge", "{}");
        answeringCentral.act(reference, "assess", Refusals.NOTHING_FOUND);
        answeringCentral.act(reference, "consult", Refusals.CONSULTATION);
        asking.awaitState(reference, "consulted");
        answeringCentral.act(reference, "refuse", Refusals.ESSENTIAL_INTERESTS);
        asking.awaitState(reference, "refused");
        assertThat(asking.request(reference).path("refusal").path("ground").asString())
                .isEqualTo("essential-interests");
    }

    private Instant untilOf(String reference) {
        return Instant.parse(
                asking.request(reference).path("preservation").path("until").asString());
    }
}
