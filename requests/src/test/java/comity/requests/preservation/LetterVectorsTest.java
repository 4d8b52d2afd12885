package comity.requests.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.requests.LetterBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads every letter of docs/protocol/vectors/preservation as a peer would send it.
class LetterVectorsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("comity.root", "..")).resolve("docs/protocol/vectors/preservation");
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Path> vectors() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static byte[] body(JsonNode vector) {
        return vector.has("bodyText")
                ? Utf8.bytes(vector.path("bodyText").asString())
                : JSON.writeValueAsBytes(vector.path("body"));
    }

    private static String outcome(byte[] body) {
        try {
            return LetterText.BODY.read(body).letter() instanceof PreservationLetter.Unknown ? "unknown-act" : "read";
        } catch (LetterBody.Unreadable _) {
            return "unreadable-letter";
        }
    }

    @Nested
    class Every_vector {
        @ParameterizedTest
        @MethodSource("comity.requests.preservation.LetterVectorsTest#vectors")
        void is_read_or_refused_as_it_says(Path file) throws IOException {
            JsonNode vector = JSON.readTree(Files.readAllBytes(file));

            assertThat(outcome(body(vector)))
                    .as(vector.path("why").asString())
                    .isEqualTo(vector.path("expect").asString());
        }

        @ParameterizedTest
        @MethodSource("comity.requests.preservation.LetterVectorsTest#vectors")
        void that_is_read_is_written_again_as_it_was(Path file) throws IOException, LetterBody.Unreadable {
            JsonNode vector = JSON.readTree(Files.readAllBytes(file));
            if (!vector.path("expect").asString().equals("read") || file.endsWith("more-members.json")) {
                return;
            }
            LetterBody.Written<PreservationLetter> written = LetterText.BODY.read(body(vector));

            assertThat(JSON.readTree(LetterText.BODY.bytes(written.head(), written.letter())))
                    .isEqualTo(vector.path("body"));
        }
    }

    @Nested
    class All_vectors_together {
        @Test
        void name_every_act() throws IOException {
            Set<String> acts = new TreeSet<>();
            for (Path file : vectors()) {
                JsonNode vector = JSON.readTree(Files.readAllBytes(file));
                if (vector.path("expect").asString().equals("read")) {
                    acts.add(vector.path("body").path("act").asString());
                }
            }
            Set<String> known = new TreeSet<>();
            Stream.of(PreservationLetter.FromRequesting.class, PreservationLetter.FromRequested.class)
                    .flatMap(side -> Stream.of(side.getPermittedSubclasses()))
                    .forEach(act -> known.add(comity.requests.Words.of(act)));

            assertThat(acts).isEqualTo(known);
        }
    }
}
