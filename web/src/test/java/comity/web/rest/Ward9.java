package comity.web.rest;

import comity.cli.file.RequestFileReader;
import comity.cli.file.Unreadable;
import comity.kernel.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The requests of `docs/examples`, as bodies of calls.
final class Ward9 {
    static final Path EXAMPLES =
            Path.of(System.getProperty("comity.root", "..")).resolve("docs/examples");
    private static final JsonMapper JSON = JsonMapper.shared();

    private Ward9() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /// Whether a file asks for data to avert an emergency; it is named so.
    static boolean isEmergency(Path file) {
        return file.getFileName().toString().startsWith("emergency-");
    }

    static Map<String, Object> document(Path file) throws Unreadable {
        return RequestFileReader.read(file.toString(), InputStream.nullInputStream())
                .document();
    }

    static Map<String, Object> document() {
        try {
            return document(EXAMPLES.resolve("ward-9-storage.yaml"));
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    static String newRequest() {
        return newRequest(document());
    }

    static String newRequest(Map<String, Object> document) {
        return JSON.writeValueAsString(Map.of("requestedState", "XB", "language", "en", "document", document));
    }

    /// Starts a draft and gives its reference.
    static String drafted(TwoNodes nodes) {
        return drafted(nodes, document());
    }

    private static String drafted(TwoNodes nodes, Map<String, Object> document) {
        Caller.Answer answer =
                Caller.of(nodes.arvenia, Role.DUTY_OFFICER).post("/api/v1/requests", newRequest(document));
        return answer.json().path("reference").asString();
    }

    /// Sends a request and carries it across.
    static String sent(TwoNodes nodes) {
        return sent(nodes, document());
    }

    static String sent(TwoNodes nodes, Map<String, Object> document) {
        String reference = drafted(nodes, document);
        Caller.Answer answer = Caller.of(nodes.arvenia, Role.DUTY_OFFICER)
                .with("If-Match", "*")
                .post("/api/v1/requests/" + reference + "/send", "{}");
        if (answer.status() != 200) {
            throw new IllegalStateException("It was not sent: " + answer.http().body());
        }
        nodes.carry();
        return reference;
    }
}
