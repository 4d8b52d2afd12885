package comity.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published description, `openapi.json`. When this test fails because the contract changed on purpose, run
/// it with `-Dcomity.write=true`: it then writes the file, and the change is seen in review.
class OpenApiTest {
    private static final Path ROOT = Path.of(System.getProperty("comity.root", ".."));
    private static final Path FILE = ROOT.resolve("api/src/main/resources/comity/api/contract/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static JsonNode examples() throws IOException {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("examples.json")) {
            return JSON.readTree(in);
        }
    }

    private static Map<String, Object> document(String measure) throws IOException {
        return DocumentSchema.of(
                ROOT.resolve("requests/src/main/resources/comity/requests/form/" + measure + "-form.json"),
                ROOT.resolve("law/src/main/resources/comity/law/eligibility/cooperation.json"),
                measure,
                JSON);
    }

    private static String written() throws IOException {
        Map<String, Map<String, Object>> documents =
                Map.of(Schemas.PRESERVATION, document("preservation"), Schemas.EMERGENCY, document("emergency"));
        Comments comments = Comments.in(ROOT.resolve("api/src/main/java"));
        Map<String, Object> description = new Description(comments, documents, examples()).write();
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        return JSON.writer().with(printer).writeValueAsString(description) + "\n";
    }

    @Nested
    class The_published_description {
        @Test
        void says_what_the_records_and_their_comments_say() throws IOException {
            String written = written();
            if (Boolean.getBoolean("comity.write")) {
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, written);
            }
            assertThat(Files.readString(FILE))
                    .describedAs("openapi.json differs from the contract; write it with -Dcomity.write=true")
                    .isEqualTo(written);
        }

        @Test
        void is_what_a_node_serves() throws IOException {
            assertThat(Utf8.text(OpenApi.description())).isEqualTo(Files.readString(FILE));
        }

        @Test
        void refers_to_nothing_that_is_not_there() throws IOException {
            JsonNode description = JSON.readTree(Files.readString(FILE));
            List<String> dangling = new ArrayList<>();
            description.findValues("$ref").forEach(reference -> {
                if (description.at(reference.asString().substring(1)).isMissingNode()) {
                    dangling.add(reference.asString());
                }
            });
            assertThat(dangling).isEmpty();
        }

        @Test
        void names_every_operation_once() throws IOException {
            JsonNode paths = JSON.readTree(Files.readString(FILE)).path("paths");
            List<String> ids = paths.findValues("operationId").stream()
                    .map(JsonNode::asString)
                    .toList();
            Set<String> once = new HashSet<>(ids);
            assertThat(ids).hasSize(Operation.values().length + UploadPaths.OPERATIONS);
            assertThat(once).hasSameSizeAs(ids);
        }
    }

    @Nested
    class Every_example {
        @TestFactory
        Stream<DynamicTest> can_be_read_as_its_record() throws IOException {
            JsonNode examples = examples();
            return Stream.of(Operation.values())
                    .flatMap(operation -> Stream.concat(operation.body().stream(), Stream.of(operation.answer())))
                    .distinct()
                    .map(type -> DynamicTest.dynamicTest(
                            type.getSimpleName(),
                            () -> assertThat(JSON.treeToValue(examples.path(type.getSimpleName()), type))
                                    .isNotNull()));
        }
    }
}
