package comity.node.demo;

import comity.cli.words.Texts;
import comity.kernel.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Older requests between the two desks, made as people would make them: through each node's public API, with real
/// letters between real nodes, and each on its day. What each story says stands in `seed.json`.
final class Seed {
    /// Before the first story, so that keys and accounts are older than it.
    static final Duration LONGEST_AGO = Duration.ofDays(100);

    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream out;
    private final Texts texts;
    private final Map<String, DeskCalls> people;
    private final DemoClock clock;
    private final List<Told> told = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();

    /// A story whose letters are on their way or have arrived.
    ///
    /// @param onItsDay false in a demo that had run before, whose clock does not go back
    private record Told(String reference, JsonNode story, boolean onItsDay) {
        JsonNode ends() {
            return story.path("ends");
        }

        Room room() {
            return Room.of(story);
        }
    }

    /// Where the API keeps a kind of request.
    ///
    /// @param letsOut the state in which what was asked for can be handed over
    private record Room(String path, String letsOut) {
        static Room of(JsonNode story) {
            return story.path("kind").asString("").equals("emergency")
                    ? new Room("/api/v1/emergencies", "accepted")
                    : new Room("/api/v1/requests", "held");
        }

        String path(String reference) {
            return path + "/" + reference;
        }

        boolean tellsOfLetters() {
            return path.endsWith("/requests");
        }
    }

    /// @param people a caller for each `STATE/role`
    Seed(PrintStream out, Texts texts, Map<String, DeskCalls> people, DemoClock clock) {
        this.out = out;
        this.texts = texts;
        this.people = people;
        this.clock = clock;
    }

    void plant() throws IOException {
        List<JsonNode> stories = stories();
        for (JsonNode story : stories) {
            goOnTo(ago(story));
            plant(JSON.readTree(Days.filledIn(story.toString(), clock.today())));
        }
        goOnTo(Duration.ZERO);
        for (Told one : told) {
            if (one.onItsDay()) {
                desksOf(one).forEach(desk -> desk.awaitState(one.room().path(one.reference()), one.ends()));
            }
        }
        out.println("  " + texts.say("demo.requests", String.valueOf(stories.size())));
    }

    private static Duration ago(JsonNode story) {
        return Duration.ofDays(story.path("daysAgo").asInt(0));
    }

    /// No letter is left on its way while weeks go by.
    private void goOnTo(Duration ago) throws IOException {
        for (Told one : told) {
            if (one.room().tellsOfLetters()) {
                desksOf(one).forEach(desk -> desk.awaitReceipts(one.reference()));
            } else {
                desksOf(one).forEach(desk -> desk.awaitState(one.room().path(one.reference()), one.ends()));
            }
        }
        clock.goOnTo(ago);
    }

    private List<DeskCalls> desksOf(Told one) {
        return List.of(desk(one.story(), "from"), desk(one.story(), "to"));
    }

    private DeskCalls desk(JsonNode story, String side) {
        return who(story.path(side).asString() + "/duty-officer");
    }

    private void plant(JsonNode story) {
        DeskCalls author = desk(story, "from");
        Room room = Room.of(story);
        ObjectNode wanted = JSON.createObjectNode();
        wanted.put("requestedState", story.path("to").asString());
        wanted.put("language", "en");
        story.path("preservation").asStringOpt().ifPresent(title -> wanted.put("preservation", referenceOf(title)));
        wanted.set("document", story.path("document"));
        JsonNode begun = author.post(room.path(), wanted, Optional.empty());
        if (story.path("steps").isNull()) {
            return;
        }
        JsonNode draft = begun.has("summary") ? begun.path("summary") : begun;
        String reference = draft.path("reference").asString();
        author.post(
                room.path(reference) + "/send",
                JSON.createObjectNode(),
                Optional.of(draft.path("version").asString()));
        story.path("steps").valueStream().forEach(step -> act(room, reference, step));
        story.path("exhibits").valueStream().forEach(exhibit -> handOver(room, reference, exhibit));
        told.add(new Told(reference, story, clock.isSetBackBy(ago(story))));
    }

    private String referenceOf(String title) {
        return told.stream()
                .filter(one -> one.story().path("title").asString().equals(title))
                .map(Told::reference)
                .findFirst()
                .orElseThrow(() -> new DemoFailed("No story is called " + title));
    }

    /// What was preserved is handed over, with a real seal, and waits at the other node to be opened.
    private void handOver(Room room, String reference, JsonNode story) {
        DeskCalls holder = who(story.path("by").asString());
        DeskCalls receiver = who(story.path("for").asString());
        holder.awaitState(room.path(reference), JSON.valueToTree(room.letsOut()));
        JsonNode begun =
                holder.post("/api/v1/requests/" + reference + "/exhibits", story.path("exhibit"), Optional.empty());
        String exhibit = begun.at("/summary/reference").asString();
        story.path("files")
                .valueStream()
                .map(JsonNode::asString)
                .forEach(file -> holder.upload(exhibit, file, DemoArtefacts.bytes(file)));
        holder.post("/api/v1/exhibits/" + exhibit + "/hand-over", JSON.createObjectNode(), Optional.empty());
        JsonNode received = receiver.awaitExhibit(exhibit, "received");
        holder.awaitExhibit(exhibit, "delivered");
        if (story.path("damaged").asBoolean(false)) {
            damaged.add(received.at("/sealed/packageId").asString());
        }
    }

    /// The packages of exhibits that shall be damaged where they lie, for somebody to find out.
    List<String> toBeDamaged() {
        return List.copyOf(damaged);
    }

    /// Letters need a moment between two nodes, so a step waits until its act is possible.
    private void act(Room room, String reference, JsonNode step) {
        DeskCalls actor = who(step.path("who").asString());
        String act = step.path("act").asString();
        actor.awaitAct(room.path(reference), act);
        actor.post(room.path(reference) + "/" + act, step.path("body"), Optional.empty());
    }

    private DeskCalls who(String person) {
        DeskCalls calls = people.get(person);
        if (calls == null) {
            throw new DemoFailed("The demo has no " + person);
        }
        return calls;
    }

    /// The oldest first.
    private static List<JsonNode> stories() throws IOException {
        try (InputStream file = Seed.class.getResourceAsStream("seed.json")) {
            if (file == null) {
                throw new DemoFailed("seed.json is missing from this build");
            }
            return JSON.readTree(Utf8.text(file.readAllBytes()))
                    .valueStream()
                    .sorted(Comparator.comparing(Seed::ago).reversed())
                    .toList();
        }
    }
}
