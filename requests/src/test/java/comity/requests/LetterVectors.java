package comity.requests;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads every letter of a folder of docs/protocol/vectors as a peer would send it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LetterVectors<L> {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final Path folder;
    private final LetterBody<L> letters;
    private final Class<? extends L> unknown;
    private final List<Class<? extends L>> sides;

    /// @param unknown what an act of a newer version becomes
    /// @param sides what the one State and what the other may say
    protected LetterVectors(
            String folder, LetterBody<L> letters, Class<? extends L> unknown, List<Class<? extends L>> sides) {
        this.folder = Path.of(System.getProperty("comity.root", ".."))
                .resolve("docs/protocol/vectors")
                .resolve(folder);
        this.letters = letters;
        this.unknown = unknown;
        this.sides = List.copyOf(sides);
    }

    List<Path> vectors() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readAllBytes(file));
    }

    private static byte[] body(JsonNode vector) {
        return vector.has("bodyText")
                ? Utf8.bytes(vector.path("bodyText").asString())
                : JSON.writeValueAsBytes(vector.path("body"));
    }

    private static boolean isRead(JsonNode vector) {
        return vector.path("expect").asString().equals("read");
    }

    private String outcome(JsonNode vector) {
        try {
            return unknown.isInstance(letters.read(body(vector)).letter()) ? "unknown-act" : "read";
        } catch (LetterBody.Unreadable _) {
            return "unreadable-letter";
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void every_vector_is_read_or_refused_as_it_says(Path file) throws IOException {
        JsonNode vector = read(file);

        assertThat(outcome(vector))
                .as(vector.path("why").asString())
                .isEqualTo(vector.path("expect").asString());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void every_vector_that_is_read_is_written_again_as_it_was(Path file) throws IOException, LetterBody.Unreadable {
        JsonNode vector = read(file);
        if (!isRead(vector) || file.endsWith("more-members.json")) {
            return;
        }
        LetterBody.Written<L> written = letters.read(body(vector));

        assertThat(JSON.readTree(letters.bytes(written.head(), written.letter())))
                .isEqualTo(vector.path("body"));
    }

    @Test
    void all_vectors_together_name_every_act() throws IOException {
        Set<String> acts = new TreeSet<>();
        for (Path file : vectors()) {
            JsonNode vector = read(file);
            if (isRead(vector)) {
                acts.add(vector.path("body").path("act").asString());
            }
        }
        Set<String> known = new TreeSet<>();
        sides.stream()
                .flatMap(side -> Stream.of(side.getPermittedSubclasses()))
                .forEach(act -> known.add(Words.of(act)));

        assertThat(acts).isEqualTo(known);
    }
}
