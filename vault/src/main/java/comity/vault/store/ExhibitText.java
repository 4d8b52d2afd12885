package comity.vault.store;

import comity.kernel.ExhibitReference;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.vault.Exhibit;
import comity.vault.ExhibitState;
import comity.vault.HandoverOrder;
import comity.vault.SealedPackage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An exhibit as it lies in its row.
final class ExhibitText {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ExhibitText() {}

    static String write(Exhibit exhibit) {
        ObjectNode row = JSON.createObjectNode()
                .put("id", exhibit.id().toString())
                .put("reference", exhibit.reference().toString())
                .put("request", exhibit.request().toString())
                .put("peer", exhibit.peer().code())
                .put("title", exhibit.title())
                .put("sensitive", exhibit.sensitive())
                .put("version", exhibit.version())
                .put("createdAt", exhibit.createdAt().toString())
                .put("updatedAt", exhibit.updatedAt().toString());
        ObjectNode order = row.putObject("order")
                .put("reference", exhibit.order().reference())
                .put("article", exhibit.order().article())
                .put("item", exhibit.order().item())
                .put("conditions", exhibit.order().conditions());
        exhibit.order().keepUntil().ifPresent(day -> order.put("keepUntil", day.toString()));
        ObjectNode state = row.putObject("state").put("word", exhibit.state().word());
        switch (exhibit.state()) {
            case ExhibitState.Collecting(var fault) -> fault.ifPresent(code -> state.put("fault", code));
            case ExhibitState.Sealing(var since) -> state.put("at", since.toString());
            case ExhibitState.Offered(var sealed, var at) -> write(state, sealed, at);
            case ExhibitState.Delivered(var sealed, var at) -> write(state, sealed, at);
            case ExhibitState.Disputed(var sealed, var at, var fault, var subject) ->
                write(state, sealed, at).put("fault", fault).put("subject", subject);
            case ExhibitState.Announced(var sealed, var at) -> write(state, sealed, at);
            case ExhibitState.Received(var sealed, var at) -> write(state, sealed, at);
            case ExhibitState.NotGood(var sealed, var at, var fault, var subject) ->
                write(state, sealed, at).put("fault", fault).put("subject", subject);
            case ExhibitState.Withdrawn(var at, var reason) ->
                state.put("at", at.toString()).put("reason", reason);
            case ExhibitState.Destroyed(var at, var reason) ->
                state.put("at", at.toString()).put("reason", reason);
            case ExhibitState.Unknown _ -> throw new IllegalStateException("A newer version wrote this exhibit");
        }
        return JSON.writeValueAsString(row);
    }

    private static ObjectNode write(ObjectNode state, SealedPackage sealed, Instant at) {
        state.put("at", at.toString());
        state.putObject("package")
                .put("id", sealed.id().toString())
                .put("sealedAt", sealed.sealedAt().toString())
                .put("bytes", sealed.bytes())
                .put("root", sealed.root());
        return state;
    }

    static Exhibit read(String text) {
        JsonNode row = JSON.readTree(text);
        JsonNode order = row.path("order");
        return new Exhibit(
                UUID.fromString(string(row, "id")),
                ExhibitReference.parse(string(row, "reference")).orElseThrow(),
                RequestReference.parse(string(row, "request")).orElseThrow(),
                new StateCode(string(row, "peer")),
                string(row, "title"),
                new HandoverOrder(
                        string(order, "reference"),
                        string(order, "article"),
                        string(order, "item"),
                        string(order, "conditions"),
                        Optional.of(string(order, "keepUntil"))
                                .filter(day -> !day.isEmpty())
                                .map(LocalDate::parse)),
                row.path("sensitive").asBoolean(),
                state(row.path("state")),
                row.path("version").asLong(),
                Instant.parse(string(row, "createdAt")),
                Instant.parse(string(row, "updatedAt")));
    }

    private static ExhibitState state(JsonNode state) {
        String word = string(state, "word");
        return switch (word) {
            case "collecting" ->
                new ExhibitState.Collecting(Optional.of(string(state, "fault")).filter(fault -> !fault.isEmpty()));
            case "sealing" -> new ExhibitState.Sealing(at(state));
            case "offered" -> new ExhibitState.Offered(sealed(state), at(state));
            case "delivered" -> new ExhibitState.Delivered(sealed(state), at(state));
            case "disputed" ->
                new ExhibitState.Disputed(sealed(state), at(state), string(state, "fault"), string(state, "subject"));
            case "announced" -> new ExhibitState.Announced(sealed(state), at(state));
            case "received" -> new ExhibitState.Received(sealed(state), at(state));
            case "not-good" ->
                new ExhibitState.NotGood(sealed(state), at(state), string(state, "fault"), string(state, "subject"));
            case "withdrawn" -> new ExhibitState.Withdrawn(at(state), string(state, "reason"));
            case "destroyed" -> new ExhibitState.Destroyed(at(state), string(state, "reason"));
            default -> new ExhibitState.Unknown(word);
        };
    }

    private static SealedPackage sealed(JsonNode state) {
        JsonNode sealed = state.path("package");
        return new SealedPackage(
                UUID.fromString(string(sealed, "id")),
                Instant.parse(string(sealed, "sealedAt")),
                sealed.path("bytes").asLong(),
                string(sealed, "root"));
    }

    private static Instant at(JsonNode state) {
        return Instant.parse(string(state, "at"));
    }

    private static String string(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
