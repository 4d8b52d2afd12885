package comity.node.demo;

import comity.node.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Tells scripts that every node answers, and where: one JSON object, written whole or not at all.
final class ReadyFile {
    private static final JsonMapper JSON = new JsonMapper();

    private ReadyFile() {}

    static void write(
            Path file, List<ChildNode> children, Map<DemoNode, List<DemoPerson>> people, Map<String, String> tokens)
            throws IOException {
        List<Map<String, Object>> nodes = children.stream()
                .map(child -> node(child, people.getOrDefault(child.node(), List.of()), tokens))
                .toList();
        Path whole = file.toAbsolutePath();
        Folders.makeFor(whole);
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        Files.writeString(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("nodes", nodes)));
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, Object> node(ChildNode child, List<DemoPerson> people, Map<String, String> tokens) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("state", child.node().state().code());
        node.put("part", child.node().part().name().toLowerCase(java.util.Locale.ROOT));
        node.put("web", child.node().web().toString());
        node.put("letters", child.node().letters().toString());
        node.put("ledger", child.node().ledger().toString());
        node.put("processId", child.processId());
        node.put("log", child.log().toString());
        node.put("people", people.stream().map(person -> person(person, tokens)).toList());
        return node;
    }

    private static Map<String, Object> person(DemoPerson person, Map<String, String> tokens) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("role", person.role().code());
        shown.put("signIn", person.signIn());
        shown.put("password", person.password());
        shown.put("token", tokens.getOrDefault(person.signIn(), ""));
        return shown;
    }
}
