package comity.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LawFilesTest {
    private static String text(String file) throws IOException {
        try (InputStream bytes = LawFilesTest.class.getResourceAsStream(file)) {
            assertThat(bytes).as(file).isNotNull();
            return Utf8.text(bytes.readAllBytes());
        }
    }

    private static PreservationTerms terms(String json) {
        return LawFiles.read(PreservationTerms.FILE, Utf8.bytes(json), PreservationTerms::from);
    }

    @Nested
    class A_file_that_is_not_whole {
        @ParameterizedTest
        @ValueSource(strings = {"value", "article", "mark", "asOf", "note"})
        void is_refused_by_file_and_field_when_a_field_is_missing(String field) throws IOException {
            String whole = text(PreservationTerms.FILE);
            String broken = whole.replaceFirst("\"" + field + "\"", "\"_" + field + "\"");
            assertThatThrownBy(() -> terms(broken))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("preservation-terms.json")
                    .hasMessageContaining("/facts/floorDays/" + field);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"value\": 60 | \"value\": \"60\" | /facts/floorDays/value",
                    "\"value\": 60 | \"value\": 0 | /facts/floorDays/value",
                    "\"value\": 60 | \"value\": -60 | /facts/floorDays/value",
                    "\"value\": 60 | \"value\": 60.5 | /facts/floorDays/value",
                    "\"value\": 60 | \"value\": null | /facts/floorDays/value",
                    "\"mark\": \"P-BUD\" | \"mark\": \"sure\" | /facts/floorDays/mark",
                    "\"asOf\": \"2026-11-22\" | \"asOf\": \"today\" | /facts/floorDays/asOf",
                    "\"article\": \"42(8)\" | \"article\": \" \" | /facts/floorDays/article",
                    "\"PT15M\" | \"-PT15M\" | /facts/firstAcknowledgement/value",
                    "\"PT15M\" | \"soon\" | /facts/firstAcknowledgement/value"
                })
        void is_refused_by_file_and_field_when_a_value_is_of_the_wrong_kind(String whole, String broken, String pointer)
                throws IOException {
            String json = text(PreservationTerms.FILE);
            assertThat(json).contains(whole);
            assertThatThrownBy(() -> terms(json.replaceFirst(java.util.regex.Pattern.quote(whole), broken)))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("preservation-terms.json, " + pointer);
        }

        @Test
        void is_refused_when_a_field_is_one_too_many_because_it_may_be_misspelt() throws IOException {
            String json = text(PreservationTerms.FILE).replaceFirst("\"note\"", "\"remark\": \"x\", \"note\"");
            assertThatThrownBy(() -> terms(json))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("/facts/floorDays/remark")
                    .hasMessageContaining("is not a field");
        }

        @Test
        void is_refused_when_a_field_stands_twice() throws IOException {
            String json = text(PreservationTerms.FILE).replaceFirst("\"value\": 60", "\"value\": 60, \"value\": 30");
            assertThatThrownBy(() -> terms(json)).isInstanceOf(BrokenLawFile.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "{", "null", "{\"about\": \"x\"} {}"})
        void is_refused_when_it_is_another_thing_altogether(String json) {
            assertThatThrownBy(() -> terms(json))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("preservation-terms.json");
        }

        @Test
        void is_refused_when_its_alarms_are_out_of_order() throws IOException {
            String json = text(PreservationTerms.FILE).replace("21,", "1,");
            assertThatThrownBy(() -> terms(json))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("/facts/alarmDaysBefore/value");
        }

        @Test
        void is_refused_when_a_ground_has_a_name_twice() throws IOException {
            String json = text(RefusalGrounds.FILE).replace("\"fiscal\"", "\"bank-secrecy\"");
            assertThatThrownBy(() -> LawFiles.read(RefusalGrounds.FILE, Utf8.bytes(json), RefusalGrounds::from))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("/grounds")
                    .hasMessageContaining("bank-secrecy twice");
        }

        @Test
        void is_refused_when_it_does_not_exist() {
            assertThatThrownBy(() -> LawFiles.read("no-such.json", LawField::text))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("no-such.json");
        }
    }

    @Nested
    class Every_shipped_file {
        private static final Map<String, Function<LawField, Object>> READERS = Map.of(
                PreservationTerms.FILE, PreservationTerms::from,
                RefusalGrounds.FILE, RefusalGrounds::from,
                ConventionOffences.FILE, ConventionOffences::from,
                LegalBases.FILE, LegalBases::from,
                PreservationRisks.FILE, PreservationRisks::from,
                ConventionArticles.FILE, ConventionArticles::from,
                DraftingPolicy.FILE, DraftingPolicy::from);

        static Stream<String> files() {
            return READERS.keySet().stream();
        }

        private Object read(String file, JsonNode json) {
            Function<LawField, Object> reader = Objects.requireNonNull(READERS.get(file));
            return LawFiles.read(file, Utf8.bytes(json.toString()), reader);
        }

        /// Every field of a file by its pointer.
        private static void collect(JsonNode node, String pointer, List<String> found) {
            node.propertyNames().forEach(name -> {
                found.add(pointer + "/" + name);
                collect(node.get(name), pointer + "/" + name, found);
            });
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, found);
            }
        }

        private static ObjectNode parentOf(JsonNode json, String pointer) {
            return (ObjectNode) json.at(pointer.substring(0, pointer.lastIndexOf('/')));
        }

        @ParameterizedTest
        @MethodSource("files")
        void is_refused_without_any_single_one_of_its_fields(String file) throws IOException {
            JsonMapper mapper = JsonMapper.builder().build();
            List<String> fields = new ArrayList<>();
            collect(mapper.readTree(text(file)), "", fields);
            assertThat(fields).hasSizeGreaterThan(5);
            for (String field : fields) {
                JsonNode broken = mapper.readTree(text(file));
                parentOf(broken, field).remove(field.substring(field.lastIndexOf('/') + 1));
                assertThatThrownBy(() -> read(file, broken))
                        .isInstanceOf(BrokenLawFile.class)
                        .hasMessage(file + ", " + field + ": is missing");
            }
        }

        @ParameterizedTest
        @MethodSource("files")
        void is_refused_with_any_single_one_of_its_fields_empty(String file) throws IOException {
            JsonMapper mapper = JsonMapper.builder().build();
            List<String> fields = new ArrayList<>();
            collect(mapper.readTree(text(file)), "", fields);
            for (String field : fields) {
                JsonNode broken = mapper.readTree(text(file));
                parentOf(broken, field).putNull(field.substring(field.lastIndexOf('/') + 1));
                assertThatThrownBy(() -> read(file, broken))
                        .isInstanceOf(BrokenLawFile.class)
                        .hasMessageContaining(file + ", " + field);
            }
        }

        @Test
        void is_whole() {
            Law law = Law.load();
            assertThat(List.of(
                            law.terms().floorDays().article(),
                            law.grounds().reasonsRequired().article()))
                    .containsExactly("42(8)", "40(25)");
        }

        @Test
        void says_of_every_doubt_that_the_text_must_be_compared() {
            Law law = Law.load();
            assertThat(law.terms().extensionBeforeExpiry())
                    .satisfies(fact -> assertThat(fact.mark()).isEqualTo(EvidenceMark.TO_COMPARE))
                    .satisfies(fact -> assertThat(fact.note()).contains("certified true copy"));
        }
    }
}
