package comity.web.rest;

import comity.kernel.Role;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// A request that Belmora holds for legal assistance, with an exhibit that is being put together.
final class Handover {
    private static final AtomicInteger PERSONS = new AtomicInteger();

    private Handover() {}

    /// The reference of a new request behind which a request for assistance stands.
    static String heldRequest(TwoNodes nodes) {
        String reference = Ward9.sent(nodes);
        Caller theirs = Caller.of(nodes.belmora, Role.CENTRAL_AUTHORITY);
        act(nodes, theirs, reference, "acknowledge", "{}");
        act(nodes, theirs, reference, "assess", """
                {"necessity": "yes", "discrimination": "no", "protectedRole": "no", "refusalGround": "no"}""");
        act(nodes, theirs, reference, "order", """
                {"reference": "BEL-PRES-2027-0041", "orderedAt": "%s"}""".formatted(nodes.clock.instant()));
        act(nodes, theirs, reference, "preserve", """
                {"provider": "Nimbus Harbour Cloud", "coverage": "full"}""");
        act(nodes, theirs, reference, "hold", """
                {"mlaReference": "XA.MLA.2027.000091"}""");
        return reference;
    }

    private static void act(TwoNodes nodes, Caller who, String reference, String act, String body) {
        Caller.Answer answer = who.post("/api/v1/requests/" + reference + "/" + act, body);
        if (answer.status() != 200) {
            throw new AssertionError(act + " was not done: " + answer.http().body());
        }
        nodes.carry();
    }

    /// The reference of a new exhibit of a request.
    static String exhibit(TwoNodes nodes, String request) {
        Caller.Answer answer =
                Caller.of(nodes.belmora, Role.CENTRAL_AUTHORITY).post("/api/v1/requests/" + request + "/exhibits", """
                {"title": "Connection records", "orderReference": "Order 77/2027", "article": "unc.44", \
                "sensitive": "no"}""");
        if (answer.status() != 201) {
            throw new AssertionError("It was not begun: " + answer.http().body());
        }
        return answer.json().at("/summary/reference").asString();
    }

    /// The token of a new person of Belmora.
    static String newPerson(TwoNodes nodes, Role role) {
        return nodes.belmora.tokenOf("upload-" + role.code() + "-" + PERSONS.incrementAndGet(), Set.of(role));
    }

    static JsonNode shown(TwoNodes nodes, String exhibit) {
        return Caller.of(nodes.belmora, Role.CENTRAL_AUTHORITY)
                .get("/api/v1/exhibits/" + exhibit)
                .json();
    }
}
