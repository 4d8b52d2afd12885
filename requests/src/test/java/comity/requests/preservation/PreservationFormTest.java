package comity.requests.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.directory.Directory;
import comity.directory.ListVersion;
import comity.kernel.Complaint;
import comity.kernel.Utf8;
import comity.law.Law;
import comity.law.LawFiles;
import comity.law.eligibility.Cooperation;
import comity.law.eligibility.Cooperations;
import comity.requests.Completeness;
import comity.requests.form.Field;
import comity.requests.form.Form;
import comity.requests.form.Kind;
import comity.requests.form.Task;
import comity.testkit.HandClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PreservationFormTest {
    private static final Law LAW = Law.load();
    private static final Cooperation MEASURE =
            Cooperations.load(LAW.terms(), LAW.grounds()).preservation();
    private final Directory directory = new Directory();
    private final PreservationForm form =
            new PreservationForm(directory, LAW, MEASURE, HandClock.at("2027-03-13T01:14:00Z"), true);

    PreservationFormTest() {
        directory.replace(new ListVersion(1, Instant.EPOCH, Instant.MAX, ""), Requests.entries());
    }

    private Reading read(Map<String, String> raw) {
        return form.read(Requests.XA, Optional.of(Requests.XB), raw);
    }

    private List<String> codesAt(Map<String, String> raw, String pointer) {
        return read(raw).complaints().stream()
                .filter(complaint -> complaint.pointer().equals(pointer))
                .map(Complaint::code)
                .toList();
    }

    @Nested
    class A_whole_request {
        @Test
        void has_nothing_that_blocks_and_can_be_read_in_domain_words() {
            Reading reading = read(Requests.whole());

            assertThat(reading.complaints()).noneMatch(complaint -> complaint.weight() == Complaint.Weight.BLOCKS);
            PreservationContent content = reading.content().orElseThrow();
            assertThat(content.items()).hasSize(2);
            assertThat(content.items().get(1).from().orElseThrow().instant())
                    .isEqualTo(Instant.parse("2027-03-13T00:03:45Z"));
            assertThat(content.offence().article()).isEqualTo("unc.10");
        }

        @Test
        void is_complete_for_the_state_that_is_asked() {
            Completeness completeness = read(Requests.whole()).completeness();

            assertThat(completeness.percent()).isEqualTo(100);
            assertThat(completeness.gaps())
                    .extracting(Completeness.Gap::pointer)
                    .containsExactly("/custodian/name");
        }
    }

    @Nested
    class What_the_convention_needs {
        @ParameterizedTest
        @CsvSource({
            "/facts, 42(3)(b)",
            "/offence/description, 42(3)(b)",
            "/items/0/value, 42(3)(c)",
            "/items/0/data, 42(3)(c)",
            "/items/0/relation, 42(3)(c)",
            "/necessity, 42(3)(e)",
            "/authority/name, 42(3)(a)",
            "/mla/intended, 42(3)(f)"
        })
        void blocks_when_it_is_missing_and_names_its_article(String pointer, String article) {
            Reading reading = read(Requests.wholeWithout(pointer));

            assertThat(reading.isSendable()).isFalse();
            assertThat(reading.complaints())
                    .filteredOn(complaint -> complaint.pointer().equals(pointer))
                    .first()
                    .satisfies(complaint -> {
                        assertThat(complaint.code()).isEqualTo("missing");
                        assertThat(complaint.details()).containsEntry("article", article);
                    });
        }

        @Test
        void is_all_named_at_once_in_the_order_of_the_form_when_nothing_is_filled() {
            List<String> pointers = read(Map.of("/requested", "XB", "/language", "en")).complaints().stream()
                    .filter(complaint -> complaint.code().equals("missing"))
                    .map(Complaint::pointer)
                    .toList();

            assertThat(pointers)
                    .containsExactly(
                            "/facts",
                            "/childNamesAbsent",
                            "/offence/description",
                            "/offence/article",
                            "/items/0/type",
                            "/items/0/value",
                            "/items/0/data",
                            "/items/0/relation",
                            "/necessity",
                            "/authority/name",
                            "/mla/intended");
        }
    }

    @Nested
    class What_the_asked_state_needs {
        @Test
        void is_measured_for_each_item_it_applies_to() {
            Completeness completeness =
                    read(Requests.wholeWithout("/items/1/port")).completeness();

            assertThat(completeness.given()).isEqualTo(completeness.needed() - 1);
            assertThat(completeness.gaps())
                    .filteredOn(gap -> gap.need() == Completeness.Need.STATE)
                    .extracting(Completeness.Gap::pointer)
                    .containsExactly("/items/1/port");
            assertThat(completeness.gaps().getFirst().reasons()).containsEntry("en", "Addresses are shared");
        }

        @Test
        void does_not_count_against_a_request_to_any_state() {
            assertThat(read(Requests.wholeWithout("/items/1/port"))
                            .completenessForAny()
                            .percent())
                    .isEqualTo(100);
        }
    }

    @Nested
    class The_task_list {
        @Test
        void starts_with_nothing_done() {
            assertThat(read(Map.of("/requested", "XB", "/language", "en"))
                            .tasks()
                            .values())
                    .containsOnly(Task.Status.NOT_STARTED);
        }

        @Test
        void tells_what_is_begun_what_waits_and_what_is_done() {
            Map<String, String> raw = Requests.wholeWithout("/offence/maximumPenaltyYears");
            raw.remove("/items/0/relation");
            Map<Integer, Task.Status> tasks = read(raw).tasks();

            assertThat(tasks)
                    .containsEntry(1, Task.Status.COMPLETED)
                    .containsEntry(2, Task.Status.CANNOT_COMPLETE_YET)
                    .containsEntry(3, Task.Status.IN_PROGRESS)
                    .containsEntry(6, Task.Status.NOT_STARTED);
        }
    }

    @Nested
    class The_reasons_for_which_requests_bounce {
        @ParameterizedTest
        @CsvSource({
            "/items/1/from/zone, '', /items/1/from/zone, time-without-zone",
            "/items/0/data, content, /items/0/data, content-before-subscriber",
            "/items/1/data, subscriber content, /items/1/data, content-without-account",
            "/mla/intended, no, /mla/intended, assistance-not-intended",
            "/childNamesAbsent, no, /childNamesAbsent, child-names-not-confirmed",
            "/days, 30, /days, days-below-floor",
            "/days, 3651, /days, days-over-limit",
            "/days, 0, /days, not-days",
            "/days, sixty, /days, not-days",
            "/requested, XA, /requested, asks-itself",
            "/language, ru, /language, language-not-accepted",
            "/mla/expectedOn, 2027-03-17, /mla/expectedOn, deadline-on-holiday",
            "/offence/article, moonlight, /offence/article, not-a-choice",
            "/items/0/colour, blue, /items/0/colour, unknown-field",
            "/items/0/port, 443, /items/0/port, does-not-apply",
            "/authority/zone, Mars/Base, /authority/zone, not-a-zone",
            "/mla/expectedOn, tomorrow, /mla/expectedOn, not-a-date"
        })
        void are_named_beside_their_field(String pointer, String text, String where, String code) {
            assertThat(codesAt(Requests.wholeWith(pointer, text), where)).contains(code);
        }

        @Test
        void include_secrecy_without_an_end() {
            Map<String, String> raw = Requests.wholeWith("/secrecy/doNotNotify", "yes");

            assertThat(codesAt(raw, "/secrecy/until/text")).containsExactly("secrecy-without-end");
            raw.put("/secrecy/until/text", "2027-06-13T00:00:00Z");
            assertThat(codesAt(raw, "/secrecy/until/text")).isEmpty();
        }

        @Test
        void include_a_serious_crime_without_its_penalty() {
            Map<String, String> raw = Requests.wholeWith("/offence/article", "serious-crime");
            raw.remove("/offence/maximumPenaltyYears");

            assertThat(codesAt(raw, "/offence/maximumPenaltyYears")).contains("penalty-missing");
            raw.put("/offence/maximumPenaltyYears", "3");
            assertThat(codesAt(raw, "/offence/maximumPenaltyYears")).contains("not-a-serious-crime");
        }

        @Test
        void include_a_deadline_on_the_other_states_holiday_in_the_other_states_zone() {
            Map<String, String> raw = Requests.whole();
            raw.put("/urgency/deadline/text", "2027-03-18 00:30");
            raw.put("/urgency/deadline/zone", "Europe/Paris");

            assertThat(codesAt(raw, "/urgency/deadline/text")).contains("deadline-on-holiday");
        }

        @Test
        void include_marks_that_contradict_each_other() {
            Map<String, String> raw = Requests.wholeWith("/handling/tlp", "red");
            raw.put("/handling/pap", "clear");

            assertThat(codesAt(raw, "/handling/pap")).containsExactly("marks-contradict");
        }
    }

    @Nested
    class A_document {
        @Test
        void is_the_same_nested_and_flat() {
            Map<String, String> raw = Requests.whole();

            assertThat(form.documents().flatten(form.documents().nest(raw))).isEqualTo(raw);
        }

        @Test
        void closes_the_holes_that_a_removed_entry_left() {
            Map<String, String> raw = new HashMap<>(Requests.whole());
            raw.keySet().removeIf(pointer -> pointer.startsWith("/items/0/"));

            assertThat(form.documents().flatten(form.documents().nest(raw)))
                    .containsEntry("/items/0/value", "203.0.113.77")
                    .doesNotContainKey("/items/1/value");
        }

        @Test
        void may_be_written_with_numbers_booleans_lists_and_a_whole_time() {
            Map<String, String> raw =
                    form.documents().flatten(JsonMapper.shared().readTree("""
                            {"mla": {"intended": true}, "offence": {"maximumPenaltyYears": 6},
                             "items": [{"data": ["subscriber", "traffic"], "from": "2027-03-13T00:03:45Z"}]}"""));

            assertThat(raw)
                    .containsEntry("/mla/intended", "yes")
                    .containsEntry("/offence/maximumPenaltyYears", "6")
                    .containsEntry("/items/0/data", "subscriber traffic")
                    .containsEntry("/items/0/from/text", "2027-03-13T00:03:45Z");
        }
    }

    @Nested
    class The_form_as_data {
        @Test
        void answers_every_item_of_the_convention_committees_form() {
            Set<Integer> items = new TreeSet<>(Set.of(1, 2));
            Form.preservation(MEASURE)
                    .fields()
                    .map(Field::tcy)
                    .filter(item -> item > 0)
                    .forEach(items::add);

            assertThat(items)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 22).boxed().toList());
        }

        @Test
        void asks_for_every_paragraph_of_article_42_3() {
            Set<String> articles = new TreeSet<>();
            Form.preservation(MEASURE)
                    .fields()
                    .flatMap(field -> field.law().stream())
                    .map(Field.LegalSource::article)
                    .filter(article -> article.startsWith("42(3)"))
                    .forEach(articles::add);

            assertThat(articles)
                    .containsExactlyElementsOf(MEASURE.contents().stream()
                            .map(content -> content.source().article())
                            .toList());
        }

        /// What the law's files say of preservation, with one obligation changed.
        private static Cooperation with(String content, String obligation) throws IOException {
            Path root = Path.of(System.getProperty("comity.root", ".."));
            String file =
                    Files.readString(root.resolve("law/src/main/resources/comity/law/eligibility/cooperation.json"));
            String changed = file.replaceFirst(
                    "(?s)(\"code\": \"" + content + "\",.{1,40}?\"obligation\": )\"[A-Z_]+\"",
                    "$1\"" + obligation + '"');
            assertThat(changed).isNotEqualTo(file);
            return LawFiles.read(
                            "a test", Utf8.bytes(changed), json -> Cooperations.from(json, LAW.terms(), LAW.grounds()))
                    .preservation();
        }

        @Test
        void needs_what_the_files_of_the_law_require() throws IOException {
            assertThat(Form.preservation(MEASURE).field("/necessity")).get().matches(Field::needed);
            assertThat(Form.preservation(with("necessity", "AS_APPROPRIATE")).field("/necessity"))
                    .get()
                    .matches(field -> !field.needed());
        }

        @Test
        void is_no_form_when_it_cannot_say_what_the_files_of_the_law_require() throws IOException {
            Cooperation custodian = with("custodian-or-location", "REQUIRED");
            assertThatThrownBy(() -> Form.preservation(custodian)).hasMessageContaining("custodian-or-location");
        }

        @Test
        void names_only_conditions_on_fields_that_it_has() {
            Form preservation = Form.preservation(MEASURE);

            assertThat(preservation.fields().flatMap(field -> field.when().stream()))
                    .allSatisfy(condition -> {
                        Field on = preservation.field(condition.pointer()).orElseThrow();
                        assertThat(on.kind()).isIn(Kind.CHOICE, Kind.YES_NO);
                    });
        }
    }
}
