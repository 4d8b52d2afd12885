package comity.federation.envelope;

import comity.federation.Problem;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A refusal over HTTP (RFC 9457). Not signed.
public final class ProblemDocument {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:comity:problem:";

    private ProblemDocument() {}

    public static byte[] write(Problem problem, String detail) {
        ObjectNode json = WireJson.JSON.createObjectNode();
        json.put("type", TYPE + problem.code());
        json.put("title", problem.code().replace('-', ' '));
        json.put("status", problem.status());
        json.put("detail", detail);
        return WireJson.JSON.writeValueAsBytes(json);
    }

    /// The code of a refusal that another node sent; empty when it is something else.
    public static Optional<String> code(byte[] body) {
        try {
            JsonNode type = WireJson.JSON.readTree(body).path("type");
            return type.isString() && type.stringValue().startsWith(TYPE)
                    ? Optional.of(type.stringValue().substring(TYPE.length())).filter(WireJson::isCode)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
