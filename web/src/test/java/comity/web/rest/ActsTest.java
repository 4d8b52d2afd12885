package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Role;
import comity.safeguards.oversight.LookFilter;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Acts over HTTP: versions, repeated wishes, roles, what is shown.
class ActsTest {
    private final TwoNodes nodes = TwoNodes.running();
    private final Caller officer = Caller.of(nodes.arvenia, Role.DUTY_OFFICER);
    private final Caller theirs = Caller.of(nodes.belmora, Role.DUTY_OFFICER);

    @Nested
    class A_version {
        @Test
        void is_asked_for_before_a_draft_is_overwritten() {
            String path = "/api/v1/requests/" + Ward9.drafted(nodes) + "/draft";
            Caller.Answer answer = officer.put(path, "{\"document\": {\"other\": \"1\"}}");
            assertThat(answer.status()).isEqualTo(428);
            assertThat(answer.problem()).isEqualTo("version-missing");
        }

        @Test
        void that_is_old_changes_nothing() {
            String path = "/api/v1/requests/" + Ward9.drafted(nodes) + "/draft";
            String tag = officer.get(path).header("ETag");
            assertThat(officer.with("If-Match", tag)
                            .put(path, "{\"document\": {\"other\": \"first\"}}")
                            .status())
                    .isEqualTo(200);
            Caller.Answer late = officer.with("If-Match", tag).put(path, "{\"document\": {\"other\": \"second\"}}");
            assertThat(late.status()).isEqualTo(412);
            assertThat(late.problem()).isEqualTo("stale");
            assertThat(officer.get(path).json().at("/document/other").asString())
                    .isEqualTo("first");
        }
    }

    @Nested
    class A_wish_under_a_key {
        private final String key = '"' + UUID.randomUUID().toString() + '"';

        @Test
        void is_done_once_and_answered_twice() {
            Caller wishing = officer.with("Idempotency-Key", key);
            Caller.Answer first = wishing.post("/api/v1/requests", Ward9.newRequest());
            Caller.Answer second = wishing.post("/api/v1/requests", Ward9.newRequest());
            assertThat(first.header("Idempotency-Replayed")).isEmpty();
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(second.status()).isEqualTo(201);
            assertThat(second.http().body()).isEqualTo(first.http().body());
            assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        }

        @Test
        void is_not_taken_for_another_wish() {
            Caller wishing = officer.with("Idempotency-Key", key);
            wishing.post("/api/v1/requests", "{\"requestedState\": \"XB\"}");
            Caller.Answer other = wishing.post("/api/v1/requests", "{\"requestedState\": \"XC\"}");
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        }

        @Test
        void may_be_mended_when_it_came_to_nothing() {
            Caller wishing = officer.with("Idempotency-Key", key);
            assertThat(wishing.post("/api/v1/requests", "{}").status()).isEqualTo(422);
            assertThat(wishing.post("/api/v1/requests", "{\"requestedState\": \"XB\"}")
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void belongs_to_the_person_who_made_it() {
            officer.with("Idempotency-Key", key).post("/api/v1/requests", "{\"requestedState\": \"XB\"}");
            Caller.Answer other = Caller.of(nodes.arvenia, Role.CENTRAL_AUTHORITY)
                    .with("Idempotency-Key", key)
                    .post("/api/v1/requests", "{\"requestedState\": \"XB\"}");
            assertThat(other.header("Idempotency-Replayed")).isEmpty();
        }

        @Test
        void is_refused_when_the_key_cannot_be_one() {
            Caller.Answer answer =
                    officer.with("Idempotency-Key", "\"two \"quotes").post("/api/v1/requests", "{}");
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Nested
    class A_person {
        @Test
        void without_the_role_is_refused_and_oversight_can_see_it() {
            String reference = Ward9.drafted(nodes);
            Caller.Answer answer = Caller.of(nodes.arvenia, Role.ADMINISTRATOR).get("/api/v1/requests/" + reference);
            assertThat(answer.status()).isIn(403, 404);
            var denied = nodes.arvenia
                    .database
                    .transactions()
                    .read(tx -> nodes.arvenia.looks.recent(tx, LookFilter.denied(), OptionalLong.empty(), 20));
            assertThat(denied.looks()).anyMatch(look -> look.subject().contains(reference));
        }

        @Test
        void who_may_not_refuse_is_told_so_and_nothing_happens() {
            String reference = Ward9.sent(nodes);
            Caller.Answer answer =
                    theirs.post("/api/v1/requests/" + reference + "/link-mla", "{\"mlaReference\": \"XA.MLA.2027.1\"}");
            assertThat(answer.status()).isIn(403, 404);
            assertThat(theirs.get("/api/v1/requests/" + reference)
                            .json()
                            .at("/summary/state")
                            .asString())
                    .isEqualTo("received");
        }
    }

    @Nested
    class A_request_that_was_sent {
        @Test
        void shows_at_both_desks_that_a_person_has_seen_it() {
            String reference = Ward9.sent(nodes);
            Caller.Answer seen = theirs.post(
                    "/api/v1/requests/" + reference + "/acknowledge", "{\"nextUpdateBy\": \"2027-03-13T03:30:00Z\"}");
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.json()
                            .path("acts")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList())
                    .contains("order");
            nodes.carry();
            JsonNode here = officer.get("/api/v1/requests/" + reference).json();
            assertThat(here.at("/acknowledgement/nextUpdateBy").asString()).isEqualTo("2027-03-13T03:30:00Z");
        }

        @Test
        void has_one_fingerprint_on_both_sides_and_is_found_genuine_with_it() {
            String reference = Ward9.sent(nodes);
            String fingerprint = officer.get("/api/v1/requests/" + reference)
                    .json()
                    .path("fingerprint")
                    .asString();
            assertThat(theirs.get("/api/v1/requests/" + reference)
                            .json()
                            .path("fingerprint")
                            .asString())
                    .isEqualTo(fingerprint);
            nodes.clock.advance(java.time.Duration.ofMinutes(5));
            JsonNode verdict = Caller.nobody(nodes.belmora)
                    .post(
                            "/api/v1/verify",
                            "{\"reference\": \"" + reference + "\", \"fingerprint\": \"" + fingerprint + "\"}")
                    .json();
            assertThat(verdict.path("result").asString()).isEqualTo("active");
        }

        @Test
        void has_a_timeline_whose_leaves_are_proved() {
            String reference = Ward9.sent(nodes);
            JsonNode events = officer.get("/api/v1/requests/" + reference + "/timeline")
                    .json()
                    .path("events");
            List<Long> leaves = events.valueStream()
                    .filter(event -> event.has("place"))
                    .map(event -> event.at("/place/index").asLong())
                    .toList();
            assertThat(leaves).isNotEmpty();
            Caller.Answer proof = Caller.nobody(nodes.arvenia).get("/api/v1/ledger/leaves/" + leaves.getFirst());
            assertThat(proof.status()).isEqualTo(200);
            assertThat(proof.json().path("path").isArray()).isTrue();
            assertThat(proof.json().propertyNames())
                    .containsExactlyInAnyOrder("index", "treeSize", "commitment", "path", "checkpoint");
        }

        @Test
        void is_proved_into_the_smaller_tree_that_a_receipt_spoke_of() {
            Ward9.sent(nodes);
            Caller anybody = Caller.nobody(nodes.arvenia);
            Caller.Answer first = anybody.get("/api/v1/ledger/leaves/0?size=1");
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.json().path("treeSize").asInt()).isOne();
            assertThat(first.json().path("path").isEmpty()).isTrue();
            assertThat(anybody.get("/api/v1/ledger/leaves/1?size=1").status()).isEqualTo(404);
            assertThat(anybody.get("/api/v1/ledger/leaves/0?size=1000000").status())
                    .isEqualTo(422);
            assertThat(anybody.get("/api/v1/ledger/leaves/0?size=all").status()).isEqualTo(422);
        }
    }

    @Nested
    class The_public_question {
        @Test
        void says_no_more_than_no_to_a_wrong_pair() {
            nodes.clock.advance(java.time.Duration.ofMinutes(5));
            String reference = Ward9.sent(nodes);
            Caller.Answer answer = Caller.nobody(nodes.arvenia)
                    .post(
                            "/api/v1/verify",
                            "{\"reference\": \"" + reference + "\", \"fingerprint\": \"E1WD-21WX-XS3Q-V4SM\"}");
            assertThat(answer.json().path("result").asString()).isEqualTo("not-genuine");
            assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("result", "text");
        }

        @Test
        void is_slowed_down_when_somebody_asks_too_often() {
            nodes.clock.advance(java.time.Duration.ofMinutes(5));
            Caller.Answer answer = ask();
            for (int i = 0; i < 30 && answer.status() != 429; i++) {
                answer = ask();
            }
            assertThat(answer.status()).isEqualTo(429);
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            nodes.clock.advance(java.time.Duration.ofMinutes(5));
        }

        private Caller.Answer ask() {
            return Caller.nobody(nodes.arvenia).post("/api/v1/verify", "{}");
        }
    }
}
