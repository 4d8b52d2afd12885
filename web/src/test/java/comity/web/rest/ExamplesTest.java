package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/// The request files that people begin from.
class ExamplesTest {
    private final TwoNodes nodes = TwoNodes.running();

    @Nested
    class Every_file_of_docs_examples {
        @TestFactory
        Stream<DynamicTest> can_be_sent_and_nobody_would_ask_back() throws IOException {
            return Ward9.files().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> lint(file)));
        }

        private void lint(Path file) throws Exception {
            String lint = Ward9.isEmergency(file) ? "/api/v1/lint/emergency" : "/api/v1/lint";
            String body = JsonMapper.shared().writeValueAsString(Map.of("document", Ward9.document(file)));
            Caller.Answer answer = Caller.of(nodes.arvenia, Role.DUTY_OFFICER).post(lint, body);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("complaints").valueStream())
                    .noneMatch(complaint -> !complaint.path("weight").asString().equals("advises"));
            assertThat(answer.json().path("sendable").asBoolean()).isTrue();
            assertThat(answer.json().at("/completeness/percent").asInt()).isEqualTo(100);
        }
    }
}
