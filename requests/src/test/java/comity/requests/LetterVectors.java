package comity.requests;

import comity.kernel.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The letters of a folder of docs/protocol/vectors, as a peer would send them.
public record LetterVectors<L>(String folder, LetterBody<L> letters, Class<? extends L> unknown) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// The files of a folder.
    public static List<Path> in(String folder) throws IOException {
        Path vectors = Path.of(System.getProperty("comity.root", "..")).resolve("docs/protocol/vectors");
        try (Stream<Path> files = Files.list(vectors.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    public static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] body(JsonNode vector) {
        return vector.has("bodyText")
                ? Utf8.bytes(vector.path("bodyText").asString())
                : JSON.writeValueAsBytes(vector.path("body"));
    }

    /// What a reader says of a vector, in its words.
    public String outcome(JsonNode vector) {
        try {
            return unknown.isInstance(letters.read(body(vector)).letter()) ? "unknown-act" : "read";
        } catch (LetterBody.Unreadable _) {
            return "unreadable-letter";
        }
    }

    /// The same letter, read and written again.
    public JsonNode again(JsonNode vector) throws LetterBody.Unreadable {
        LetterBody.Written<L> written = letters.read(body(vector));
        return JSON.readTree(letters.bytes(written.head(), written.letter()));
    }

    /// The acts of all letters that can be read.
    public Set<String> acts() throws IOException {
        Set<String> acts = new TreeSet<>();
        in(folder).stream()
                .map(LetterVectors::read)
                .filter(vector -> vector.path("expect").asString().equals("read"))
                .forEach(vector -> acts.add(vector.path("body").path("act").asString()));
        return acts;
    }
}
