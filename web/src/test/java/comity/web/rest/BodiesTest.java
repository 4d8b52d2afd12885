package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.api.contract.Operation;
import comity.kernel.ExhibitReference;
import comity.kernel.Role;
import comity.kernel.StateCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// A wrong body is told everything that is wrong with it, and changes nothing.
class BodiesTest {
    private final TwoNodes nodes = TwoNodes.running();

    private static List<String> pointers(Caller.Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    @Nested
    class Every_operation_with_a_body {
        /// A body is read before what it is about is looked for.
        private static final String NO_EXHIBIT = new ExhibitReference(new StateCode("XB"), 2026, 1).toString();

        @TestFactory
        Stream<DynamicTest> names_an_unknown_field_and_changes_nothing() {
            String reference = Ward9.sent(nodes);
            return Stream.of(Operation.values())
                    .filter(operation -> operation.body().isPresent())
                    .filter(operation -> operation != Operation.VERIFY)
                    .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                        OneNode node = isOurs(operation) ? nodes.arvenia : nodes.belmora;
                        Caller caller = Caller.of(node, Role.CENTRAL_AUTHORITY).with("If-Match", "*");
                        JsonNode before =
                                caller.get("/api/v1/requests/" + reference).json();
                        String path =
                                operation.path().replace("{request}", reference).replace("{exhibit}", NO_EXHIBIT);
                        Caller.Answer answer = operation.method() == Operation.Method.PUT
                                ? caller.put(path, "{\"nonsense\": true}")
                                : caller.post(path, "{\"nonsense\": true}");
                        assertThat(answer.status()).isEqualTo(422);
                        assertThat(answer.problem()).isEqualTo("body-wrong");
                        assertThat(pointers(answer)).contains("/nonsense");
                        assertThat(caller.get("/api/v1/requests/" + reference).json())
                                .isEqualTo(before);
                    }));
        }

        private boolean isOurs(Operation operation) {
            return switch (operation) {
                case ANSWER, CHOOSE_RISK, ASK_EXTENSION, LINK_MLA, WITHDRAW, SEND, SAVE_DRAFT -> true;
                default -> false;
            };
        }
    }

    @Nested
    class A_wrong_body {
        private final Caller lawyer = Caller.of(nodes.belmora, Role.CENTRAL_AUTHORITY);

        @Test
        void hears_of_all_its_faults_at_once() {
            String reference = Ward9.sent(nodes);
            Caller.Answer answer = lawyer.post(
                    "/api/v1/requests/" + reference + "/preserve",
                    "{\"coverage\": \"some\", \"remarks\": 7, \"until\": 1}");
            assertThat(pointers(answer)).containsExactlyInAnyOrder("/until", "/provider", "/coverage", "/remarks");
        }

        @Test
        void may_leave_a_field_empty_but_then_it_is_missing() {
            String reference = Ward9.sent(nodes);
            Caller.Answer answer =
                    lawyer.post("/api/v1/requests/" + reference + "/refuse", "{\"ground\": \"  \", \"reasons\": null}");
            assertThat(pointers(answer)).containsExactlyInAnyOrder("/ground", "/reasons");
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("missing");
        }

        @Test
        void gives_a_moment_without_its_zone() {
            String reference = Ward9.sent(nodes);
            Caller.Answer answer = lawyer.post(
                    "/api/v1/requests/" + reference + "/acknowledge", "{\"nextUpdateBy\": \"2027-03-13T03:30:00\"}");
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("not-a-moment");
        }

        @Test
        void lists_something_that_is_not_a_text() {
            String reference = Ward9.sent(nodes);
            Caller.Answer answer =
                    lawyer.post("/api/v1/requests/" + reference + "/ask-more", "{\"fields\": [\"/facts\", 3, {}]}");
            assertThat(pointers(answer)).containsExactlyInAnyOrder("/fields/1", "/fields/2");
        }

        @Test
        void names_no_state_and_no_language() {
            Caller.Answer answer = Caller.of(nodes.arvenia, Role.DUTY_OFFICER)
                    .post("/api/v1/requests", "{\"requestedState\": \"Belmora\", \"language\": \"tlh\"}");
            assertThat(pointers(answer)).containsExactlyInAnyOrder("/requestedState", "/language");
        }
    }

    @Nested
    class A_wrong_document {
        @Test
        void is_kept_as_a_draft_with_nothing_lost_and_every_complaint_told() {
            Caller officer = Caller.of(nodes.arvenia, Role.DUTY_OFFICER);
            Caller.Answer draft = officer.post("/api/v1/requests", """
                    {"requestedState": "XB", "document": {"items": [
                        {"type": "ipv4", "value": "203.0.113.777", "from": {"text": "13/03/2026 01:03:45"}}]}}""");
            assertThat(draft.status()).isEqualTo(201);
            assertThat(draft.json().at("/document/items/0/value").asString()).isEqualTo("203.0.113.777");
            assertThat(draft.json().at("/reading/sendable").asBoolean()).isFalse();
            assertThat(draft.json().at("/reading/complaints").size()).isGreaterThan(3);
        }

        @Test
        void is_not_sent() {
            Caller officer = Caller.of(nodes.arvenia, Role.DUTY_OFFICER).with("If-Match", "*");
            String reference = officer.post("/api/v1/requests", "{\"requestedState\": \"XB\"}")
                    .json()
                    .path("reference")
                    .asString();
            Caller.Answer answer = officer.post("/api/v1/requests/" + reference + "/send", "{}");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(pointers(answer)).contains("/facts", "/offence/description");
            assertThat(officer.get("/api/v1/requests/" + reference)
                            .json()
                            .at("/summary/state")
                            .asString())
                    .isEqualTo("drafted");
        }
    }
}
