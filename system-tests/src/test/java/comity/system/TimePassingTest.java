package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What time does to a request between two running nodes: warnings, renewals, breaches, the end of a
/// term. The nodes go by the drill's clock, which is moved forward while they run; it never goes back,
/// so each test begins with a request of its own.
class TimePassingTest {
    private static RunningDemo demo;
    private static ApiCalls asking;
    private static ApiCalls askingCentral;
    private static ApiCalls answering;
    private static ApiCalls answeringCentral;

    @BeforeAll
    static void open() {
        demo = RunningDemo.empty();
        asking = ApiCalls.as(demo.node("XA"), "duty-officer");
        askingCentral = ApiCalls.as(demo.node("XA"), "central-authority");
        answering = ApiCalls.as(demo.node("XB"), "duty-officer");
        answeringCentral = ApiCalls.as(demo.node("XB"), "central-authority");
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @Test
    void what_nobody_acknowledges_is_breached_and_can_still_be_acknowledged() {
        String reference = asking.sendExample("XB", Examples.ward9());
        answering.awaitAct(reference, "acknowledge");
        pass(reference, Duration.ofMinutes(20));
        awaitClock(answering, reference, "breached");
        assertThat(answering.state(reference)).isEqualTo("received");

        answering.act(reference, "acknowledge", "{}");
        awaitClock(answering, reference, "running");
        // Nobody decides in the hour that own policy gives.
        pass(reference, Duration.ofHours(2));
        awaitClock(answering, reference, "breached");

        answering.act(reference, "assess", Refusals.NOTHING_FOUND);
        answering.act(reference, "order", "{\"reference\":\"DPO/1\"}");
        asking.awaitState(reference, "ordered");
        awaitClock(answering, reference, "running");
        requireBothAgreeOn(reference);
    }

    /// Of the demo's States one has no running node: nobody signs there.
    @Test
    void a_cosigner_that_does_not_sign_is_seen_on_the_health_page() {
        demo.passTime(Duration.ofMinutes(10));
        RunningDemo.Node node = demo.node("XA");
        try (PlainBrowser desk = new PlainBrowser(node.web())) {
            desk.signIn(
                    node.as("duty-officer").signIn(), node.as("duty-officer").password());
            desk.fill("/desk", "/language", Map.of("switch-language", "en"));
            ApiCalls.await("that the silent one is named", () -> {
                String health = desk.open("/health").html();
                return health.matches("(?s).*/xc-1/cosigner.{0,120}does not answer.*")
                        && health.matches("(?s).*/xb-1/cosigner.{0,120}>signs<.*");
            });
        }
    }

    @Test
    void an_order_is_renewed_again_and_again_for_as_long_as_the_data_are_kept() {
        String reference = preserved();
        Instant first = untilOf(reference);
        extend(reference, 90);
        extend(reference, 90);
        assertThat(untilOf(reference)).isEqualTo(first.plus(Duration.ofDays(180)));

        for (int renewal = 1; renewal <= 2; renewal++) {
            // Two weeks before the ninety days of the order are over.
            pass(reference, Duration.ofDays(77));
            awaitEvents(answering, reference, "renewal-due", renewal);
            answering.act(reference, "renew-order", "{\"reference\":\"DPO/renewed-%d\"}".formatted(renewal));
            awaitEvents(asking, reference, "renewed", renewal);
            assertThat(clock(answering, reference)).isEqualTo("extended");
        }
        assertThat(asking.state(reference)).isEqualTo("preserved");
        assertThat(answering.request(reference).at("/order/renewals").asInt()).isEqualTo(2);
        requireBothAgreeOn(reference);
    }

    @Test
    void an_order_that_lapses_is_a_breach_which_deletes_nothing_and_is_mended_by_a_new_order() {
        String reference = preserved();
        extend(reference, 90);
        String whole = kept(answering, reference);
        pass(reference, Duration.ofDays(91));
        awaitClock(answering, reference, "breached");

        assertThat(answering.state(reference)).isEqualTo("preserved");
        assertThat(asking.state(reference)).isEqualTo("preserved");
        assertThat(kept(answering, reference)).isEqualTo(whole);
        requireBothAgreeOn(reference);

        answering.act(reference, "renew-order", "{\"reference\":\"DPO/late\"}");
        awaitClock(answering, reference, "extended");
        requireBothAgreeOn(reference);
    }

    @Test
    void a_term_that_ends_is_told_to_both_and_the_data_are_released_after_it() {
        String reference = preserved();
        JsonNode document = answering.request(reference).path("document");
        pass(reference, Duration.ofDays(70));
        awaitEvents(asking, reference, "alarm", 1);
        pass(reference, Duration.ofDays(21));
        answering.awaitState(reference, "expired");
        asking.awaitState(reference, "expired");
        assertThat(clock(answering, reference)).isEqualTo("met");
        assertThat(answering.request(reference).path("document")).isEqualTo(document);
        assertThat(events(answering, reference)).contains("received", "ordered", "preserved", "expired");

        answering.act(reference, "release", "{\"reason\":\"No request for assistance came.\"}");
        asking.awaitState(reference, "released");
        requireBothAgreeOn(reference);
    }

    @Test
    void what_is_held_for_a_request_for_assistance_does_not_expire() {
        String reference = preserved();
        askingCentral.act(reference, "link-mla", "{\"mlaReference\":\"XA-MLA-2\"}");
        answering.awaitState(reference, "held");
        pass(reference, Duration.ofDays(85));
        answering.act(reference, "renew-order", "{\"reference\":\"DPO/held\"}");
        pass(reference, Duration.ofDays(20));
        awaitEvents(asking, reference, "renewed", 1);
        assertThat(answering.state(reference)).isEqualTo("held");
        assertThat(asking.state(reference)).isEqualTo("held");
        requireBothAgreeOn(reference);
    }

    @Test
    void a_session_is_over_and_the_list_is_new_when_weeks_have_passed() {
        RunningDemo.Node node = demo.node("XA");
        try (PlainBrowser browser = new PlainBrowser(node.web())) {
            browser.signIn(
                    node.as("administrator").signIn(), node.as("administrator").password());
            assertThat(browser.open("/health").status()).isEqualTo(200);
            demo.passTime(Duration.ofDays(40));
            assertThat(browser.open("/health").address().getPath()).isEqualTo("/sign-in");
            browser.signIn(
                    node.as("administrator").signIn(), node.as("administrator").password());
            ApiCalls.await(
                    "that the list is up to date",
                    () -> browser.open("/directory").html().contains("class=\"tag good\""));
        }
    }

    /// Kept by Belmora for its own ninety days.
    private static String preserved() {
        String reference = asking.sendExample("XB", Examples.ward9());
        answering.act(reference, "acknowledge", "{}");
        answering.act(reference, "assess", Refusals.NOTHING_FOUND);
        answering.act(reference, "order", "{\"reference\":\"DPO/1\"}");
        answering.act(
                reference,
                "preserve",
                "{\"provider\":\"Nimbus Harbour Cloud\",\"coverage\":\"full\",\"nationalReference\":\"BM-1\"}");
        asking.awaitState(reference, "preserved");
        return reference;
    }

    private static void extend(String reference, int days) {
        Instant until = untilOf(reference);
        asking.act(
                reference,
                "ask-extension",
                "{\"days\":%d,\"reason\":\"The request is being translated.\"}".formatted(days));
        answeringCentral.act(reference, "answer-extension", "{\"answer\":\"grant\",\"days\":%d}".formatted(days));
        ApiCalls.await("the longer term is seen", () -> untilOf(reference).isAfter(until));
    }

    private static Instant untilOf(String reference) {
        return Instant.parse(
                asking.request(reference).path("preservation").path("until").asString());
    }

    /// Time goes by when all that was written has arrived, as it would have long before.
    private static void pass(String reference, Duration time) {
        asking.awaitReceipts(reference);
        answering.awaitReceipts(reference);
        demo.passTime(time);
    }

    private static String clock(ApiCalls desk, String reference) {
        return desk.request(reference).at("/summary/clock/status").asString();
    }

    private static void awaitClock(ApiCalls desk, String reference, String status) {
        ApiCalls.await(
                "that the clock of " + reference + " is " + status,
                () -> clock(desk, reference).equals(status));
    }

    private static void awaitEvents(ApiCalls desk, String reference, String event, int count) {
        ApiCalls.await(
                "event %d of kind %s on %s; there are %s".formatted(count, event, reference, events(desk, reference)),
                () -> events(desk, reference).stream().filter(event::equals).count() >= count);
    }

    private static List<String> events(ApiCalls desk, String reference) {
        return desk.get("/api/v1/requests/" + reference + "/timeline")
                .path("events")
                .valueStream()
                .map(event -> event.path("kind").asString())
                .toList();
    }

    /// What was asked for, and for how long it is kept.
    private static String kept(ApiCalls desk, String reference) {
        JsonNode request = desk.request(reference);
        return request.path("document") + " " + request.path("preservation");
    }

    private static void requireBothAgreeOn(String reference) {
        asking.awaitReceipts(reference);
        answering.awaitReceipts(reference);
        assertThat(asking.letters(reference))
                .isEqualTo(answering.letters(reference))
                .isNotEmpty();
        assertThat(asking.placesGivenInReceipts(reference)).isEqualTo(answering.placesOfWhatCame(reference));
        assertThat(answering.placesGivenInReceipts(reference)).isEqualTo(asking.placesOfWhatCame(reference));
    }
}
