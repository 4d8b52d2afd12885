package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Role;
import comity.safeguards.oversight.LookFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests for data to avert an emergency over HTTP: the whole way between two nodes, and everything that is refused.
class EmergencyCallsTest {
    private static final String ALL = "/api/v1/emergencies";
    private static final String WHY =
            "Ward 9 went down as announced. The second ward is threatened for six o'clock this morning.";
    private static final String ACCEPT = """
            {"order": "BEL-EO-4", "justification": "%s", "substantialGrounds": "no",
             "conditions": "Only to avert the danger."}""".formatted(WHY);

    private final TwoNodes nodes = TwoNodes.running();
    private final Caller ours = Caller.of(nodes.arvenia, Role.DUTY_OFFICER);
    private final Caller ourLawyer = Caller.of(nodes.arvenia, Role.CENTRAL_AUTHORITY);
    private final Caller theirs = Caller.of(nodes.belmora, Role.DUTY_OFFICER);
    private final Caller theirLawyer = Caller.of(nodes.belmora, Role.CENTRAL_AUTHORITY);

    private static Map<String, Object> document() throws Exception {
        return new LinkedHashMap<>(Ward9.document(Ward9.EXAMPLES.resolve("emergency-ward-9.yaml")));
    }

    private static String json(Map<String, ?> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }

    private static String wanted() throws Exception {
        return json(Map.of("requestedState", "XB", "language", "en", "document", document()));
    }

    private String drafted() throws Exception {
        Caller.Answer answer = ours.post(ALL, wanted());
        assertThat(answer.status()).describedAs(answer.http().body()).isEqualTo(201);
        return answer.json().at("/summary/reference").asString();
    }

    private String sent() throws Exception {
        String reference = drafted();
        done(ours.with("If-Match", "*"), reference, "send", "{}");
        return reference;
    }

    private JsonNode done(Caller who, String reference, String act, String body) {
        Caller.Answer answer = who.post(path(reference, act), body);
        assertThat(answer.status()).describedAs(answer.http().body()).isEqualTo(200);
        nodes.carry();
        return answer.json();
    }

    private static String path(String reference, String act) {
        return ALL + "/" + reference + "/" + act;
    }

    private static JsonNode shown(Caller who, String reference) {
        return who.get(ALL + "/" + reference).json();
    }

    private static String state(Caller who, String reference) {
        return shown(who, reference).at("/summary/state").asString();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /// Every complaint as `pointer code`.
    private static List<String> complaints(Caller.Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> (error.path("pointer").asString() + " "
                                + error.path("code").asString())
                        .strip())
                .toList();
    }

    /// No complaint is shown by its bare code: each has words in the reader's language.
    private static void hasWords(Caller.Answer answer) {
        assertThat(answer.json().path("errors").valueStream())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.path("text").asString())
                        .isNotBlank()
                        .isNotEqualTo(error.path("code").asString()));
    }

    @Nested
    class The_whole_way {
        @Test
        void leads_from_a_draft_to_an_exhibit_and_two_reviews() throws Exception {
            String reference = drafted();
            assertThat(reference).startsWith("XA.EMG.");
            assertThat(shown(ours, reference).at("/reading/sendable").asBoolean())
                    .isTrue();
            JsonNode sent = done(ours.with("If-Match", "*"), reference, "send", "{}");
            assertThat(sent.at("/summary/state").asString()).isEqualTo("sent");
            assertThat(state(ours, reference)).isEqualTo("received");
            assertThat(shown(theirs, reference).path("fingerprint").asString())
                    .isEqualTo(sent.path("fingerprint").asString());

            JsonNode seen = done(theirs, reference, "acknowledge", "{}");
            assertThat(texts(seen.path("acts"))).containsExactly("accept", "keep");
            assertThat(state(ours, reference)).isEqualTo("acknowledged");

            JsonNode given = done(theirs, reference, "accept", ACCEPT);
            assertThat(given.at("/decision/order").asString()).isEqualTo("BEL-EO-4");
            JsonNode there = shown(ours, reference);
            assertThat(there.at("/summary/state").asString()).isEqualTo("accepted");
            assertThat(there.path("conditions").asString()).isEqualTo("Only to avert the danger.");
            assertThat(Duration.between(
                            Instant.parse(there.path("since").asString()),
                            Instant.parse(there.at("/summary/reviewBy").asString())))
                    .isEqualTo(Duration.ofHours(72));

            Caller.Answer exhibit = theirLawyer.post("/api/v1/requests/" + reference + "/exhibits", """
                    {"title": "Last connections of nh-7f31c2", "orderReference": "BEL-EO-4", "article": "unc.41",
                     "sensitive": "no"}""");
            assertThat(exhibit.status()).describedAs(exhibit.http().body()).isEqualTo(201);
            assertThat(exhibit.json().at("/summary/request").asString()).isEqualTo(reference);
            String exhibits = there.path("links")
                    .valueStream()
                    .filter(link -> link.path("rel").asString().equals("exhibits"))
                    .map(link -> link.path("href").asString())
                    .findFirst()
                    .orElseThrow();
            assertThat(theirs.get(exhibits).json().path("exhibits").size()).isOne();

            done(ourLawyer, reference, "review", """
                    {"finding": "justified", "assistanceReference": "XA.MLA.2027.91", "text": "The sender was found."}""");
            done(theirLawyer, reference, "review", """
                    {"finding": "justified", "text": "The danger was real."}""");
            JsonNode ended = shown(ourLawyer, reference);
            assertThat(ended.at("/ownReview/assistanceReference").asString()).isEqualTo("XA.MLA.2027.91");
            assertThat(ended.at("/peerReview/text").asString()).isEqualTo("The danger was real.");
            assertThat(ended.at("/summary/waitsFor").asString()).isEqualTo("nobody");
            assertThat(ended.path("acts").isEmpty()).isTrue();
        }

        @Test
        void stands_in_a_timeline_with_leaves_and_in_letters_with_receipts() throws Exception {
            String reference = sent();
            done(theirs, reference, "acknowledge", "{}");
            JsonNode events =
                    ours.get(ALL + "/" + reference + "/timeline").json().path("events");
            assertThat(events.valueStream().map(event -> event.path("kind").asString()))
                    .containsExactly("drafted", "sent", "received", "acknowledged");
            assertThat(events.path(1).has("place")).isTrue();
            assertThat(events.valueStream())
                    .allSatisfy(event -> assertThat(event.path("text").asString())
                            .isNotEqualTo(event.path("kind").asString()));
            JsonNode letters =
                    ours.get(ALL + "/" + reference + "/letters").json().path("letters");
            assertThat(letters.isArray()).isTrue();
        }

        @Test
        void tells_nobody_who_decided() throws Exception {
            String reference = sent();
            Caller.Answer answer = theirs.post(path(reference, "accept"), ACCEPT);
            assertThat(texts(answer.json().path("decision"))).containsExactly("BEL-EO-4", WHY);
            nodes.carry();
            assertThat(shown(ours, reference).has("decision")).isFalse();
        }

        @Test
        void may_end_with_data_kept_and_given_later() throws Exception {
            String reference = sent();
            done(theirs, reference, "keep", """
                    {"order": "BEL-EO-5", "justification": "%s", "substantialGrounds": "unknown",
                     "reasons": "A judge must decide first."}""".formatted(WHY));
            assertThat(shown(ours, reference).path("reasons").asString()).isEqualTo("A judge must decide first.");
            assertThat(state(ours, reference)).isEqualTo("kept-only");
            done(theirs, reference, "accept", ACCEPT);
            assertThat(state(ours, reference)).isEqualTo("accepted");
        }

        @Test
        void may_end_with_a_no_or_by_being_taken_back() throws Exception {
            String declined = sent();
            done(theirLawyer, declined, "decline", "{\"reasons\": \"No danger to a person is shown.\"}");
            assertThat(shown(ours, declined).path("reasons").asString()).isEqualTo("No danger to a person is shown.");
            String withdrawn = sent();
            done(ours, withdrawn, "withdraw", "{\"reason\": \"The sender was arrested.\"}");
            assertThat(state(theirs, withdrawn)).isEqualTo("withdrawn");
        }
    }

    @Nested
    class A_draft {
        @Test
        void is_kept_with_all_that_is_wrong_and_not_sent() {
            Caller.Answer begun = ours.post(ALL, """
                    {"requestedState": "XB", "document": {"risk": {"kind": "boredom"},
                        "items": [{"type": "email", "value": "no address"}]}}""");
            assertThat(begun.status()).isEqualTo(201);
            assertThat(begun.json().at("/document/risk/kind").asString()).isEqualTo("boredom");
            assertThat(begun.json().at("/reading/sendable").asBoolean()).isFalse();
            String reference = begun.json().at("/summary/reference").asString();
            assertThat(begun.header("Location")).isEqualTo(ALL + "/" + reference);
            Caller.Answer refused = ours.with("If-Match", "*").post(path(reference, "send"), "{}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("form-incomplete");
            assertThat(complaints(refused)).contains("/risk/who missing", "/truth missing", "/approver/phone missing");
            hasWords(refused);
            assertThat(state(ours, reference)).isEqualTo("drafted");
        }

        @Test
        void is_saved_whole_and_keeps_whom_it_asks_and_its_language() throws Exception {
            String reference = drafted();
            Caller.Answer saved = ours.with("If-Match", "*")
                    .put(path(reference, "draft"), "{\"document\": {\"risk\": {\"who\": \"Everybody.\"}}}");
            assertThat(saved.status()).isEqualTo(200);
            assertThat(saved.json().path("document"))
                    .isEqualTo(JsonMapper.shared().readTree("""
                            {"language": "en", "requested": "XB", "risk": {"who": "Everybody."}}"""));
        }

        @Test
        void is_not_overwritten_by_somebody_who_saw_an_older_one() throws Exception {
            String reference = drafted();
            String path = path(reference, "draft");
            assertThat(ours.put(path, "{\"document\": {}}").status()).isEqualTo(428);
            String tag = ours.get(ALL + "/" + reference).header("ETag");
            assertThat(ours.with("If-Match", tag)
                            .put(path, "{\"document\": {\"tooSlow\": \"first\"}}")
                            .status())
                    .isEqualTo(200);
            Caller.Answer late = ours.with("If-Match", tag).put(path, "{\"document\": {\"tooSlow\": \"second\"}}");
            assertThat(late.status()).isEqualTo(412);
            assertThat(late.problem()).isEqualTo("stale");
            assertThat(shown(ours, reference).at("/document/tooSlow").asString())
                    .isEqualTo("first");
        }

        @Test
        void is_sent_in_the_version_that_was_read_and_once() throws Exception {
            String reference = drafted();
            assertThat(ours.post(path(reference, "send"), "{}").status()).isEqualTo(428);
            assertThat(ours.with("If-Match", "\"77\"")
                            .post(path(reference, "send"), "{}")
                            .status())
                    .isEqualTo(412);
            String tag = ours.get(ALL + "/" + reference).header("ETag");
            done(ours.with("If-Match", tag), reference, "send", "{}");
            assertThat(ours.with("If-Match", tag)
                            .post(path(reference, "send"), "{}")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void takes_over_what_a_preservation_of_ours_says() {
            String preservation = Ward9.sent(nodes);
            Caller.Answer begun = ours.post(ALL, json(Map.of("requestedState", "XB", "preservation", preservation)));
            assertThat(begun.status()).describedAs(begun.http().body()).isEqualTo(201);
            assertThat(begun.json().at("/document/items/0/value").asString()).isEqualTo("nh-7f31c2");
            assertThat(begun.json().at("/document/preservation").asString()).isEqualTo(preservation);
        }

        @Test
        void names_each_field_of_a_wrong_beginning() {
            Caller.Answer wrong = ours.post(
                    ALL, "{\"requestedState\": \"Belmora\", \"language\": \"tlh\", \"preservation\": \"mine\"}");
            assertThat(complaints(wrong))
                    .containsExactlyInAnyOrder(
                            "/requestedState not-a-state", "/language not-a-language", "/preservation not-a-reference");
            Caller.Answer nobodys =
                    ours.post(ALL, "{\"requestedState\": \"XB\", \"preservation\": \"XA.EMG.2027.000004-1\"}");
            assertThat(complaints(nobodys)).containsExactly("/preservation no-such-preservation");
            hasWords(nobodys);
        }
    }

    @Nested
    class An_answer {
        @ParameterizedTest
        @CsvSource({
            "'', no, /justification missing",
            "Ransom., no, justification-too-short",
            "'One. Two.', yes, substantial-grounds-found",
            "'One. Two.', '', /substantialGrounds missing",
            "'One. Two.', perhaps, /substantialGrounds not-one-of"
        })
        void needs_reasons_and_the_question_of_persecution(String why, String grounds, String complaint)
                throws Exception {
            String reference = sent();
            Caller.Answer refused = theirs.post(
                    path(reference, "accept"),
                    json(Map.of("order", "BEL-EO-4", "justification", why, "substantialGrounds", grounds)));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(complaints(refused)).containsExactly(complaint);
            hasWords(refused);
            assertThat(state(theirs, reference)).isEqualTo("received");
        }

        @Test
        void that_is_too_long_is_told_how_long_it_may_be() throws Exception {
            String reference = sent();
            Caller.Answer refused =
                    theirLawyer.post(path(reference, "decline"), json(Map.of("reasons", "n".repeat(5_001))));
            assertThat(complaints(refused)).containsExactly("/reasons too-long");
            assertThat(refused.json().at("/errors/0/text").asString()).contains("5000");
        }

        @Test
        void is_given_on_the_case_as_it_was_seen() throws Exception {
            String reference = sent();
            Caller.Answer stale = theirs.with("If-Match", "\"999\"").post(path(reference, "accept"), ACCEPT);
            assertThat(stale.status()).isEqualTo(412);
            assertThat(state(theirs, reference)).isEqualTo("received");
        }

        @Test
        void is_not_given_twice() throws Exception {
            String reference = sent();
            done(theirs, reference, "accept", ACCEPT);
            Caller.Answer again = theirs.post(path(reference, "accept"), ACCEPT);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.problem()).isEqualTo("wrong-state");
        }
    }

    @Nested
    class A_person {
        @Test
        void of_the_desk_does_not_decline_and_is_told_why() throws Exception {
            String reference = sent();
            Caller.Answer refused = theirs.post(path(reference, "decline"), "{\"reasons\": \"No.\"}");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("forbidden");
            assertThat(refused.json().path("detail").asString()).doesNotContain("role-not-competent");
            assertThat(state(theirs, reference)).isEqualTo("received");
        }

        @Test
        void who_investigates_sees_no_request_of_another_State_and_oversight_sees_the_attempt() throws Exception {
            String reference = sent();
            Caller investigator = Caller.of(nodes.belmora, Role.INVESTIGATOR);
            assertThat(investigator.get(ALL + "/" + reference).status()).isEqualTo(404);
            assertThat(investigator.post(path(reference, "accept"), ACCEPT).status())
                    .isEqualTo(404);
            assertThat(investigator.get(ALL).json().path("emergencies").isEmpty())
                    .isTrue();
            var denied = nodes.belmora
                    .database
                    .transactions()
                    .read(tx -> nodes.belmora.looks.recent(tx, LookFilter.denied(), OptionalLong.empty(), 20));
            assertThat(denied.looks()).anyMatch(look -> look.subject().contains(reference));
        }

        @Test
        void who_decided_does_not_review() throws Exception {
            String reference = sent();
            done(theirLawyer, reference, "accept", ACCEPT);
            assertThat(texts(shown(theirLawyer, reference).path("acts"))).isEmpty();
            String review = "{\"finding\": \"justified\", \"text\": \"I was right.\"}";
            Caller.Answer own = theirLawyer.post(path(reference, "review"), review);
            assertThat(own.status()).isEqualTo(403);
            assertThat(own.json().path("detail").asString()).doesNotContain("review-by-another-person");
            String colleague = nodes.belmora.tokenOf("reviewer-" + UUID.randomUUID(), Set.of(Role.CENTRAL_AUTHORITY));
            done(
                    Caller.nobody(nodes.belmora).with("Authorization", "Bearer " + colleague),
                    reference,
                    "review",
                    "{\"finding\": \"not-justified\", \"text\": \"Nobody was in danger.\"}");
            assertThat(shown(ours, reference).at("/peerReview/finding").asString())
                    .isEqualTo("not-justified");
        }

        @Test
        void without_a_token_sees_nothing() throws Exception {
            assertThat(Caller.nobody(nodes.arvenia).get(ALL).status()).isEqualTo(401);
        }

        @Test
        void finds_neither_kind_under_the_path_of_the_other() throws Exception {
            assertThat(ours.get(ALL + "/" + Ward9.sent(nodes)).status()).isEqualTo(404);
            assertThat(ours.get("/api/v1/requests/" + drafted()).status()).isEqualTo(404);
        }
    }

    @Nested
    class A_wish_under_a_key {
        @Test
        void starts_one_draft_however_often_it_is_asked() throws Exception {
            Caller wishing =
                    ours.with("Idempotency-Key", '"' + UUID.randomUUID().toString() + '"');
            Caller.Answer first = wishing.post(ALL, wanted());
            Caller.Answer second = wishing.post(ALL, wanted());
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(second.http().body()).isEqualTo(first.http().body());
            assertThat(second.header("Location")).isEqualTo(first.header("Location"));
            Caller.Answer other = wishing.post(ALL, "{\"requestedState\": \"XC\"}");
            assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        }
    }

    @Nested
    class The_list {
        @Test
        void goes_on_where_a_page_ended_and_tells_what_waits() throws Exception {
            nodes.clock.advance(Duration.ofMinutes(1));
            String first = sent();
            nodes.clock.advance(Duration.ofMinutes(1));
            String second = sent();
            Caller.Answer page = theirs.get(ALL + "?limit=1");
            assertThat(page.json().at("/emergencies/0/reference").asString()).isEqualTo(second);
            assertThat(page.header("Link")).contains("rel=\"next\"");
            JsonNode next = theirs.get(
                            ALL + "?limit=1&cursor=" + page.json().path("next").asString())
                    .json();
            assertThat(next.at("/emergencies/0/reference").asString()).isEqualTo(first);
            done(theirLawyer, first, "decline", "{\"reasons\": \"No danger is shown.\"}");
            JsonNode waiting = theirs.get(ALL + "?waitsFor=us&limit=200").json().path("emergencies");
            assertThat(waiting.valueStream().map(line -> line.path("reference").asString()))
                    .contains(second)
                    .doesNotContain(first);
            assertThat(theirs.get(ALL + "?waitsFor=them").status()).isEqualTo(422);
        }

        @Test
        void stand_in_the_inbox_of_the_desk_that_must_act_before_its_first_page_and_nowhere_else() throws Exception {
            String reference = sent();
            assertThat(inInbox(theirs, "")).contains(reference);
            assertThat(inInbox(theirs, "?waitsFor=them")).isEmpty();
            assertThat(inInbox(theirs, "?cursor=nobody-gave-this-out")).isEmpty();
            assertThat(inInbox(ours, "")).doesNotContain(reference);
            assertThat(inInbox(Caller.of(nodes.belmora, Role.INVESTIGATOR), "")).doesNotContain(reference);
            done(theirLawyer, reference, "decline", "{\"reasons\": \"No danger is shown.\"}");
            assertThat(inInbox(theirs, "")).doesNotContain(reference);
        }

        private List<String> inInbox(Caller who, String query) {
            Caller.Answer answer = who.get("/api/v1/inbox" + query);
            assertThat(answer.status()).isEqualTo(200);
            return answer.json()
                    .path("emergencies")
                    .valueStream()
                    .map(line -> line.path("reference").asString())
                    .toList();
        }
    }

    @Nested
    class A_file {
        @Test
        void is_read_and_not_kept() throws Exception {
            int before = ours.get(ALL + "?limit=200").json().path("emergencies").size();
            Map<String, Object> document = document();
            document.put("truth", "no");
            Caller.Answer read = ours.post("/api/v1/lint/emergency", json(Map.of("document", document)));
            assertThat(read.json().path("sendable").asBoolean()).isFalse();
            assertThat(read.json().at("/complaints/0/code").asString()).isEqualTo("truth-not-declared");
            assertThat(read.json().at("/complaints/0/text").asString()).contains("true");
            assertThat(ours.get(ALL + "?limit=200").json().path("emergencies").size())
                    .isEqualTo(before);
        }

        @Test
        void must_say_whom_it_asks() {
            Caller.Answer read = ours.post("/api/v1/lint/emergency", "{\"document\": {\"truth\": \"yes\"}}");
            assertThat(complaints(read)).containsExactly("/document/requested not-a-state");
        }

        @Test
        void can_be_made_from_the_form() {
            JsonNode form = ours.get("/api/v1/forms/emergency").json();
            assertThat(form.path("type").asString()).isEqualTo("EMG");
            assertThat(form.path("fields")
                            .valueStream()
                            .map(field -> field.path("pointer").asString()))
                    .contains("/risk/who", "/items/*/helps", "/truth");
            assertThat(form.path("fields")
                            .valueStream()
                            .map(field -> field.path("label").asString()))
                    .noneMatch(label -> label.startsWith("/"));
        }
    }
}
