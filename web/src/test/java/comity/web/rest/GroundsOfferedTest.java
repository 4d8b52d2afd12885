package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Role;
import comity.kernel.Utf8;
import comity.law.Law;
import comity.law.RefusalGround;
import comity.law.treaty.RegisterBook;
import comity.web.exhibit.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A page offers exactly the grounds on which the ruling would let a State refuse, wherever the reservation of
/// art. 42(5) is written down. The entries of both States say that neither has made it.
class GroundsOfferedTest {
    private static final Pattern CHOICE = Pattern.compile("name=\"/ground\"[^>]*value=\"([^\"]+)\"");
    private static final String RESERVED = "reserved-dual-criminality";

    /// What a ruling says of the ground itself, rather than of the reasons or of the consultation.
    private static final Set<String> AGAINST_THE_GROUND = Set.of(
            "unknown-refusal-ground",
            "refusal-ground-never-alone",
            "refusal-ground-not-for-preservation",
            "reservation-not-made",
            "convention-offence-not-reservable");

    private static final String SOURCE = "\"source\":\"a test\",\"asOf\":\"2027-03-01\",\"confidence\":\"SEEN\"";
    private static final String REGISTER = """
            {"about":"a test","asOf":"2027-03-01","instruments":[
            {"code":"unc","kind":"CONVENTION","titles":{"en":"C"},"complete":true,"assistance":true,SOURCE}],
            "participants":[
            {"code":"XA","iso3":"XAX","kind":"STATE","region":"NONE","names":{"en":"A"}},
            {"code":"XB","iso3":"XBX","kind":"STATE","region":"NONE","names":{"en":"B"}}],
            "acts":[
            {"id":"a","version":1,"by":"XB","instrument":"unc","act":"DEPOSIT","on":"2027-01-01","how":"ACCESSION",SOURCE},
            {"id":"b","version":1,"by":"XB","instrument":"unc","act":"RESERVATION","on":"2027-01-01",
             "provisions":["42(5)"],"effect":"NARROWS","text":{"en":"reserved"},SOURCE}]}""".replace("SOURCE", SOURCE);

    private static final TwoNodes NODES = TwoNodes.apart();
    private final Caller lawyer =
            Caller.of(NODES.belmora, Role.CENTRAL_AUTHORITY).with("If-Match", "*");

    @BeforeEach
    void seeTheList() {
        publish(REGISTER.replace("\"42(5)\"", "\"14\""));
    }

    private static void publish(String register) {
        NODES.belmora.living.take(Map.of(RegisterBook.NAME, Utf8.bytes(register)));
        assertThat(NODES.belmora.living.now().troubles()).isEmpty();
    }

    /// A request for a serious crime that is none of the Convention's own.
    private static Map<String, Object> otherCrime() {
        Map<String, Object> document = new HashMap<>(Ward9.document());
        document.put(
                "offence",
                Map.of("article", "serious-crime", "description", "Robbery of a bank", "maximumPenaltyYears", "10"));
        return document;
    }

    private String received(Map<String, Object> document) {
        String reference = Ward9.sent(NODES, document);
        assertThat(lawyer.post("/api/v1/requests/" + reference + "/acknowledge", "{}")
                        .status())
                .isEqualTo(200);
        return reference;
    }

    private List<String> onThePage(String reference) {
        Visitor authority = Visitor.signedIn(ExhibitNodes.at(NODES).holding(Role.CENTRAL_AUTHORITY));
        assertThat(authority.get("/requests/" + reference + "/refuse")).isEqualTo(200);
        return CHOICE.matcher(authority.body)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /// Every ground that there is, tried with a reason too short to be taken, so that nothing comes of it.
    private List<String> ruled(String reference) {
        return Law.load().grounds().all().stream()
                .map(RefusalGround::code)
                .filter(ground -> objections(reference, ground).stream().noneMatch(AGAINST_THE_GROUND::contains))
                .toList();
    }

    private List<String> objections(String reference, String ground) {
        Caller.Answer answer = lawyer.post(
                "/api/v1/requests/" + reference + "/refuse",
                "{\"ground\":\"" + ground + "\",\"nationalLaw\":\"s. 1\",\"reasons\":\"No.\"}");
        assertThat(answer.status()).isEqualTo(422);
        List<String> codes = answer.json()
                .path("errors")
                .valueStream()
                .map((JsonNode error) -> error.path("code").asString())
                .toList();
        assertThat(codes).contains("reasons-too-short");
        return codes;
    }

    @Test
    void are_those_of_the_ruling_when_neither_register_nor_entry_knows_a_reservation() {
        String reference = received(otherCrime());
        assertThat(onThePage(reference)).doesNotContain(RESERVED).containsExactlyInAnyOrderElementsOf(ruled(reference));
    }

    @Test
    void are_those_of_the_ruling_when_the_register_knows_a_reservation_and_the_entry_does_not() {
        publish(REGISTER);
        String reference = received(otherCrime());
        assertThat(onThePage(reference)).contains(RESERVED).containsExactlyInAnyOrderElementsOf(ruled(reference));
    }

    @Test
    void are_those_of_the_ruling_for_an_offence_of_the_convention() {
        publish(REGISTER);
        String reference = received(Ward9.document());
        assertThat(onThePage(reference)).doesNotContain(RESERVED).containsExactlyInAnyOrderElementsOf(ruled(reference));
    }
}
