package comity.node.demo;

import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.directory.list.EntryJson;
import comity.kernel.Language;
import comity.kernel.Utf8;
import comity.node.keys.NodeKeys;
import comity.node.keys.RegistryKeys;
import comity.node.settings.ExhibitSettings;
import comity.node.settings.FirstAccount;
import comity.node.settings.NodeSettings;
import comity.node.settings.SettingsFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the demo lays down before its nodes start: settings, accounts, the registry's key, the entries of the
/// pretend States. Keys of the nodes are made by the nodes.
final class DemoFiles {
    static final String LOCK = "demo.lock";
    private static final String SEEDED = "seeded";
    private static final String CLOCK = "clock";
    private static final String TIME_KEYS = "timestamps.p12";
    private static final String TIME_ROOT = "timestamps.pem";
    private static final List<String> WORLD = List.of("XA", "XB", "XC", "XD", "XE", "XF", "XG", "QM");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path data;
    private final Path programs;
    private final DemoClock clock;
    private final int timePort;

    /// @param programs where all nodes find the programs of PostgreSQL, unpacked by the first that needs them
    /// @param timePort where the time-stamp authority of the exercise answers
    DemoFiles(Path data, Path programs, int timePort) {
        this.data = data;
        this.programs = programs;
        this.clock = new DemoClock(data.resolve(CLOCK));
        this.timePort = timePort;
    }

    /// @param silent a State that has keys and an entry, and no running node
    void prepare(Map<DemoNode, List<DemoPerson>> people, DemoNode silent) throws IOException {
        DemoTimestamps.prepare(data.resolve(TIME_KEYS), data.resolve(TIME_ROOT));
        URI list = people.keySet().iterator().next().web().resolve("/directory/list");
        for (Map.Entry<DemoNode, List<DemoPerson>> each : people.entrySet()) {
            prepare(each.getKey(), list);
            FirstAccount.write(
                    accounts(each.getKey()),
                    each.getValue().stream().map(DemoFiles::account).toList());
        }
        prepare(silent, list);
        Set<DemoNode> nodes = new LinkedHashSet<>(people.keySet());
        nodes.add(silent);
        layOutBooks();
        layOutWorld(nodes);
    }

    private void prepare(DemoNode node, URI list) throws IOException {
        NodeSettings settings = node.settings(
                new NodeSettings.RegistrySource(list, data.resolve("registry-key.jwk")),
                programs,
                clock.file(),
                exhibits(node));
        SettingsFile.write(node.settingsFile(), settings);
        switch (node.part()) {
            case STATE -> NodeKeys.makeWhereAbsent(settings, clock.instant());
            case REGISTRY -> RegistryKeys.makeWhereAbsent(settings);
        }
    }

    private ExhibitSettings exhibits(DemoNode node) {
        return node.part() == NodeSettings.Part.REGISTRY
                ? ExhibitSettings.USUAL
                : new ExhibitSettings(
                        ExhibitSettings.USUAL.connections(),
                        ExhibitSettings.USUAL.bytesPerSecond(),
                        ExhibitSettings.USUAL.uploads(),
                        Optional.of(new ExhibitSettings.TimestampService(
                                DemoTimestamps.address(timePort), data.resolve(TIME_ROOT))),
                        Optional.empty());
    }

    /// Vouches for the time of seals while the demo runs.
    DemoTimestamps timestamps() throws IOException {
        return DemoTimestamps.start(data.resolve(TIME_KEYS), timePort, clock::instant);
    }

    /// Drops what earlier runs kept: what this class and the nodes have made, and nothing else that may lie
    /// here. The unpacked programs of PostgreSQL stay; they hold no data.
    void drop() throws IOException {
        for (String name : List.of(
                "registry", "XA", "XB", "XC", "world", "registry-key.jwk", SEEDED, CLOCK, TIME_KEYS, TIME_ROOT)) {
            Path top = data.resolve(name);
            if (Files.exists(top)) {
                deleteTree(top);
            }
        }
    }

    private static void deleteTree(Path top) throws IOException {
        try (Stream<Path> tree = Files.walk(top)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// The time that all nodes of this demo go by.
    DemoClock clock() {
        return clock;
    }

    Path accounts(DemoNode node) {
        return node.folder().resolve("accounts.json");
    }

    Path entries() {
        return data.resolve("world");
    }

    /// Sends a forged letter in the name of one State to another.
    void sendForgery(DemoNode pretended, DemoNode victim) throws IOException {
        NodeKeys stolen = NodeKeys.load(SettingsFile.read(pretended.settingsFile()));
        new Forgery(pretended.state(), stolen).send(entries().resolve(victim.state() + ".json"));
    }

    boolean isSeeded() {
        return Files.exists(data.resolve(SEEDED));
    }

    void markSeeded() throws IOException {
        Files.createFile(data.resolve(SEEDED));
    }

    /// The tokens that the nodes gave to the people of the demo, by sign-in name.
    Map<String, String> tokens(List<DemoNode> nodes) throws IOException {
        Map<String, String> tokens = new HashMap<>();
        for (DemoNode node : nodes) {
            Path file = node.folder().resolve("tokens.json");
            if (Files.exists(file)) {
                tokens.putAll(JSON.readValue(Files.readString(file), new TypeReference<Map<String, String>>() {}));
            }
        }
        return tokens;
    }

    private static FirstAccount account(DemoPerson person) {
        return new FirstAccount(
                person.signIn(),
                person.role(),
                Language.ofTag(person.language()).orElseThrow(),
                person.password(),
                person.speaksFor());
    }

    /// The entries as the secretariat would receive them: what the world file says of a State, and its node's
    /// card.
    private void layOutWorld(Set<DemoNode> nodes) throws IOException {
        Files.createDirectories(entries());
        for (String state : WORLD) {
            Entry entry = EntryJson.parse(worldFile(state));
            for (DemoNode node : nodes) {
                if (node.state().equals(entry.state())) {
                    entry = entry.withNode(address(node));
                }
            }
            Files.writeString(entries().resolve(state + ".json"), EntryJson.format(entry));
        }
    }

    /// The books of law of the practice world: the treaty register, and a national law for each State.
    private void layOutBooks() throws IOException {
        Path books = entries().resolveSibling("books");
        writeBook(books.resolve("treaties.json"), "books/treaties.json");
        for (String state : WORLD) {
            writeBook(books.resolve("law").resolve(state + ".json"), "law/" + state + ".json");
        }
    }

    private static void writeBook(Path to, String resource) throws IOException {
        try (InputStream book = DemoFiles.class.getResourceAsStream(resource)) {
            if (book != null) {
                Files.createDirectories(to.getParent());
                Files.writeString(to, Days.filledIn(Utf8.text(book.readAllBytes()), LocalDate.now(ZoneOffset.UTC)));
            }
        }
    }

    private static NodeAddress address(DemoNode node) throws IOException {
        NodeSettings settings = SettingsFile.read(node.settingsFile());
        return NodeKeys.load(settings).address(settings);
    }

    private static byte[] worldFile(String state) throws IOException {
        try (InputStream entry = DemoFiles.class.getResourceAsStream("world/" + state + ".json")) {
            if (entry == null) {
                throw new DemoFailed("The entry of " + state + " is missing from this build");
            }
            return Utf8.bytes(Days.filledIn(Utf8.text(entry.readAllBytes()), LocalDate.now(ZoneOffset.UTC)));
        }
    }
}
