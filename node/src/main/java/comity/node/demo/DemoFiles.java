package comity.node.demo;

import comity.directory.Entry;
import comity.directory.keys.RegistryKey;
import comity.directory.list.EntryJson;
import comity.kernel.Language;
import comity.node.keys.NodeKeys;
import comity.node.settings.FirstAccount;
import comity.node.settings.Folders;
import comity.node.settings.NodeSettings;
import comity.node.settings.SettingsFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the demo lays down before its nodes start: settings, accounts, the registry's key, the entries of the pretend
/// States. Keys of the nodes are made by the nodes.
final class DemoFiles {
    static final String LOCK = "demo.lock";
    private static final List<String> WORLD = List.of("XA", "XB", "XC", "XD", "XE", "XF", "XG", "QM");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path data;

    DemoFiles(Path data) {
        this.data = data;
    }

    void prepare(Map<DemoNode, List<DemoPerson>> people) throws IOException {
        makeRegistryKey();
        DemoNode registry = people.keySet().iterator().next();
        URI list = registry.web().resolve("/directory/list");
        for (Map.Entry<DemoNode, List<DemoPerson>> each : people.entrySet()) {
            DemoNode node = each.getKey();
            SettingsFile.write(
                    node.settingsFile(), node.settings(new NodeSettings.RegistrySource(list, registryPublicKey())));
            FirstAccount.write(
                    accounts(node),
                    each.getValue().stream().map(DemoFiles::account).toList());
            NodeKeys.makeWhereAbsent(SettingsFile.read(node.settingsFile()), Instant.now());
        }
        layOutWorld(people.keySet());
    }

    Path accounts(DemoNode node) {
        return node.folder().resolve("accounts.json");
    }

    Path entries() {
        return data.resolve("world");
    }

    boolean isSeeded() {
        return Files.exists(data.resolve("seeded"));
    }

    void markSeeded() throws IOException {
        Files.createFile(data.resolve("seeded"));
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
                person.password());
    }

    private Path registryPublicKey() {
        return data.resolve("registry-key.jwk");
    }

    private void makeRegistryKey() throws IOException {
        Path secret = data.resolve("registry").resolve("keys").resolve("registry.jwk");
        if (Files.exists(secret)) {
            return;
        }
        RegistryKey key = RegistryKey.generate();
        Folders.makeFor(secret);
        Files.writeString(secret, key.privateJwk());
        Files.writeString(registryPublicKey(), key.publicJwk());
    }

    /// The entries as the secretariat would receive them: what the world file says of a State, and its node's card.
    private void layOutWorld(Set<DemoNode> nodes) throws IOException {
        Files.createDirectories(entries());
        for (String state : WORLD) {
            Entry entry = EntryJson.parse(worldFile(state));
            for (DemoNode node : nodes) {
                if (node.state().equals(entry.state())) {
                    NodeSettings settings = SettingsFile.read(node.settingsFile());
                    entry = entry.withNode(NodeKeys.load(settings).address(settings));
                }
            }
            Files.writeString(entries().resolve(state + ".json"), EntryJson.format(entry));
        }
    }

    private static byte[] worldFile(String state) throws IOException {
        try (InputStream entry = DemoFiles.class.getResourceAsStream("world/" + state + ".json")) {
            if (entry == null) {
                throw new DemoFailed("The entry of " + state + " is missing from this build");
            }
            return entry.readAllBytes();
        }
    }
}
