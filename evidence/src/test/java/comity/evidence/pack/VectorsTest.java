package comity.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;

import comity.evidence.age.Identity;
import comity.evidence.age.Progress;
import comity.evidence.signature.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Packages that whoever writes another program for them can try: good ones, and one for each way to be spoiled.
class VectorsTest {
    static final Path VECTORS = Path.of(System.getProperty("comity.root"), "docs/protocol/vectors/evidence/packages");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final Instant THEN = Instant.parse("2027-03-13T02:31:00Z");

    static List<String> vectors() throws IOException {
        try (Stream<Path> list = Files.list(VECTORS)) {
            return list.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void is_judged_as_it_says(String name) throws IOException {
        Path vector = VECTORS.resolve(name);
        JsonNode says = JSON.readTree(Files.readAllBytes(vector.resolve("vector.json")));
        List<Identity> keys = Identity.parseFile(says.path("identity").stringValue(""));
        List<Finding> findings =
                new Checking(1, Trust.NONE, THEN, Progress.NONE).sealed(vector.resolve("package"), keys);
        List<Finding> bad = findings.stream()
                .filter(each -> each.outcome() != Finding.Outcome.GOOD && each.outcome() != Finding.Outcome.NOT_DONE)
                .toList();
        if (says.path("good").booleanValue()) {
            assertThat(bad).isEmpty();
        } else {
            assertThat(bad).isNotEmpty();
            assertThat(code(bad.getFirst().check()))
                    .isEqualTo(says.path("check").stringValue(""));
            assertThat(bad.getFirst().code()).isEqualTo(says.path("code").stringValue(""));
        }
    }

    @Test
    void there_is_one_for_each_part_and_kind() throws IOException {
        assertThat(vectors()).hasSizeGreaterThanOrEqualTo(12);
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
