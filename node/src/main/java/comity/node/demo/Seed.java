package comity.node.demo;

import comity.kernel.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Older requests between the two desks, made as people would make them: through each node's public API, with real
/// letters between real nodes. What each story says stands in `seed.json`.
final class Seed {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream out;
    private final Map<String, DeskCalls> people;

    /// @param people a caller for each `STATE/role`
    Seed(PrintStream out, Map<String, DeskCalls> people) {
        this.out = out;
        this.people = people;
    }

    void plant() throws IOException {
        List<JsonNode> stories = stories();
        for (JsonNode story : stories) {
            plant(story);
        }
        out.printf("  %d requests are there to look at%n", stories.size());
    }

    private void plant(JsonNode story) {
        DeskCalls author = who(story.path("from").asString() + "/duty-officer");
        ObjectNode wanted = JSON.createObjectNode();
        wanted.put("requestedState", story.path("to").asString());
        wanted.put("language", "en");
        wanted.set("document", story.path("document"));
        JsonNode draft = author.post("/api/v1/requests", wanted, Optional.empty());
        if (story.path("steps").isNull()) {
            return;
        }
        String reference = draft.path("reference").asString();
        author.post(
                "/api/v1/requests/" + reference + "/send",
                JSON.createObjectNode(),
                Optional.of(draft.path("version").asString()));
        story.path("steps").valueStream().forEach(step -> act(reference, step));
    }

    /// Letters need a moment between two nodes, so a step waits until its act is possible.
    private void act(String reference, JsonNode step) {
        DeskCalls actor = who(step.path("who").asString());
        String act = step.path("act").asString();
        actor.awaitAct(reference, act);
        actor.post("/api/v1/requests/" + reference + "/" + act, step.path("body"), Optional.empty());
    }

    private DeskCalls who(String person) {
        DeskCalls calls = people.get(person);
        if (calls == null) {
            throw new DemoFailed("The demo has no " + person);
        }
        return calls;
    }

    private static List<JsonNode> stories() throws IOException {
        try (InputStream file = Seed.class.getResourceAsStream("seed.json")) {
            if (file == null) {
                throw new DemoFailed("seed.json is missing from this build");
            }
            return JSON.readTree(Days.filledIn(Utf8.text(file.readAllBytes())))
                    .valueStream()
                    .toList();
        }
    }
}
