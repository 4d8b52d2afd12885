package comity.requests.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import comity.requests.LetterBody;
import comity.requests.LetterVectors;
import comity.requests.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Reads every letter of docs/protocol/vectors/preservation as a peer would send it.
class LetterVectorsTest {
    private static final LetterVectors<PreservationLetter> VECTORS =
            new LetterVectors<>("preservation", LetterText.BODY, PreservationLetter.Unknown.class);

    static List<Path> vectors() throws IOException {
        return LetterVectors.in("preservation");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void every_vector_is_read_or_refused_as_it_says(Path file) {
        JsonNode vector = LetterVectors.read(file);

        assertThat(VECTORS.outcome(vector))
                .as(vector.path("why").asString())
                .isEqualTo(vector.path("expect").asString());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void every_vector_that_is_read_is_written_again_as_it_was(Path file) throws LetterBody.Unreadable {
        JsonNode vector = LetterVectors.read(file);
        if (!vector.path("expect").asString().equals("read") || file.endsWith("more-members.json")) {
            return;
        }

        assertThat(VECTORS.again(vector)).isEqualTo(vector.path("body"));
    }

    @Test
    void all_vectors_together_name_every_act() throws IOException {
        Set<String> known = new TreeSet<>();
        Stream.of(PreservationLetter.FromRequesting.class, PreservationLetter.FromRequested.class)
                .flatMap(side -> Stream.of(side.getPermittedSubclasses()))
                .forEach(act -> known.add(Words.of(act)));

        assertThat(VECTORS.acts()).isEqualTo(known);
    }
}
