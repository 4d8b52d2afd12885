package comity.law.guide;

import static comity.law.guide.Reply.NO;
import static comity.law.guide.Reply.NOT_KNOWN;
import static comity.law.guide.Reply.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.BrokenLawFile;
import comity.law.Law;
import comity.law.LawFiles;
import comity.law.matching.Answer;
import comity.law.matching.Matcher;
import comity.law.offence.Element;
import comity.law.offence.Elements;
import comity.law.offence.OffenceCatalogue;
import comity.testkit.Chance;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideTest {
    private final Elements elements = Elements.load();
    private final Guide guide = Guide.load(elements);

    private static final Map<String, Reply> WARD_NINE = Map.ofEntries(
            Map.entry("entered", YES),
            Map.entry("protection", NOT_KNOWN),
            Map.entry("data-taken", YES),
            Map.entry("files-changed", YES),
            Map.entry("files-unreachable", YES),
            Map.entry("system-down", YES),
            Map.entry("by-data", YES),
            Map.entry("serious-harm", YES),
            Map.entry("critical-service", YES),
            Map.entry("demand", YES),
            Map.entry("threat", YES),
            Map.entry("permission", NO),
            Map.entry("on-purpose", YES));

    private static List<String> fitting(Guidance guidance) {
        return guidance.offences().stream()
                .filter(LikelyOffence::fits)
                .map(one -> one.offence().id())
                .toList();
    }

    @Nested
    class What_people_report {
        @Test
        void leads_from_ransomware_to_access_data_system_and_extortion() {
            Guidance guidance = guide.guidance("ransomware", WARD_NINE);
            assertThat(fitting(guidance)).containsExactlyInAnyOrder("unc.7", "unc.9", "unc.10", "other.extortion");
            assertThat(guidance.offences())
                    .allSatisfy(one -> assertThat(one.toShow()).isEmpty());
            assertThat(guidance.cautions()).containsExactly("critical-service");
        }

        @Test
        void names_the_offences_of_the_convention_before_others_when_little_is_known() {
            Guidance guidance = guide.guidance(
                    "ransomware",
                    Map.of("entered", YES, "files-changed", YES, "files-unreachable", YES, "demand", YES));
            assertThat(guidance.offences())
                    .extracting(one -> one.offence().id())
                    .startsWith("unc.7")
                    .endsWith("other.extortion");
        }

        @Test
        void becomes_conduct_that_can_be_compared() {
            var conduct = guide.guidance("ransomware", WARD_NINE).conduct().orElseThrow();
            assertThat(conduct.acts()).extracting(act -> act.name()).containsExactly("entry", "locking", "demand");
            assertThat(conduct.acts().get(1).offences().getFirst().ways())
                    .isEqualTo(Set.of("unc.9/alter", "unc.9/suppress"));
            assertThat(conduct.shown()).contains("serious-harm", "unc.9/serious-harm");
            Answer answer = new Matcher(OffenceCatalogue.empty(elements))
                    .match(conduct, new StateCode("XA"), new StateCode("XB"), LocalDate.EPOCH)
                    .answer();
            assertThat(answer.kind()).isEqualTo(Answer.Kind.NOT_KNOWN);
        }

        @ParameterizedTest
        @CsvSource({
            "online-fraud, loss deceived gain on-purpose, permission, unc.13",
            "intrusion, listened not-public on-purpose, permission, unc.8",
            "intrusion, tool-supplied tool-codes tool-for-crime, permission, unc.11",
            "intimate-images, image-spread image-intimate person-adult on-purpose, permission image-consent, unc.16",
            "child-abuse-material, shows-child material-kept on-purpose, permission, unc.14",
            "grooming, contact contact-child sexual-purpose on-purpose, '', unc.15",
            "laundering, money-from-crime money-moved knew on-purpose, '', unc.17",
            "online-fraud, false-data false-legal on-purpose, permission, unc.12",
            "critical-services, system-down by-data on-purpose, permission, unc.10"
        })
        void leads_to_every_offence_of_the_convention(String topic, String yes, String no, String offence) {
            Map<String, Reply> replies = new HashMap<>();
            for (String id : yes.split(" ")) {
                replies.put(id, YES);
            }
            for (String id : no.isEmpty() ? new String[0] : no.split(" ")) {
                replies.put(id, NO);
            }
            Guidance guidance = guide.guidance(topic, replies);
            assertThat(guidance.offences()).anySatisfy(one -> {
                assertThat(one.offence().id()).isEqualTo(offence);
                assertThat(one.fits()).isTrue();
                assertThat(one.toShow()).isEmpty();
            });
        }
    }

    @Nested
    class What_is_missing {
        @Test
        void is_named_element_by_element() {
            Guidance guidance = guide.guidance("online-fraud", Map.of("deceived", YES));
            assertThat(guidance.offences())
                    .singleElement()
                    .satisfies(one -> assertThat(one.toShow())
                            .extracting(Element::id)
                            .containsExactly(
                                    "unc.13/property-loss",
                                    "unc.13/without-right",
                                    "unc.13/intent",
                                    "unc.13/gain-intent"));
        }

        @Test
        void names_all_alternatives_that_are_still_open() {
            Guidance guidance = guide.guidance("intrusion", Map.of("tool-supplied", YES, "tool-program", NO));
            assertThat(guidance.offences().getFirst().toShow())
                    .extracting(Element::id)
                    .contains("unc.11/access-data")
                    .doesNotContain("unc.11/device");
        }

        @Test
        void names_what_some_states_ask_for_apart() {
            Guidance guidance = guide.guidance("ransomware", Map.of("entered", YES));
            assertThat(guidance.offences().getFirst().mayBeAsked())
                    .extracting(Element::id)
                    .containsExactly("unc.7/security-measure", "unc.7/dishonest-intent", "unc.7/connected-system");
        }
    }

    @Nested
    class Protected_conduct {
        @Test
        void of_whoever_was_allowed_fits_no_offence() {
            Guidance guidance = guide.guidance("ransomware", Map.of("entered", YES, "permission", YES));
            assertThat(guidance.offences().getFirst().ruledOut())
                    .extracting(Element::id)
                    .containsExactly("unc.7/without-right");
            assertThat(guidance.cautions()).containsExactly("permission");
            assertThat(guidance.conduct()).isEmpty();
        }

        @Test
        void of_security_research_takes_tools_out() {
            Guidance guidance =
                    guide.guidance("intrusion", Map.of("tool-made", YES, "tool-program", YES, "testing", YES));
            assertThat(guidance.offences().getFirst().ruledOut())
                    .extracting(Element::id)
                    .containsExactly("unc.11/authorized-testing");
            assertThat(guidance.cautions()).containsExactly("security-research");
        }

        @Test
        void of_a_child_who_made_the_material_is_told_with_care() {
            Guidance guidance = guide.guidance(
                    "child-abuse-material",
                    Map.of("shows-child", YES, "material-kept", YES, "self-made", YES, "suspect-child", NOT_KNOWN));
            assertThat(guidance.cautions()).containsExactly("do-not-copy", "self-generated", "age-unknown");
            assertThat(fitting(guidance)).isEmpty();
        }

        @Test
        void of_a_person_believed_to_be_a_child_is_its_own_way() {
            Guidance guidance = guide.guidance(
                    "grooming",
                    Map.of(
                            "contact", YES,
                            "contact-child", NO,
                            "thought-child", YES,
                            "sexual-purpose", YES,
                            "on-purpose", YES));
            assertThat(guidance.conduct()
                            .orElseThrow()
                            .acts()
                            .getFirst()
                            .offences()
                            .getFirst()
                            .ways())
                    .containsExactly("unc.15/believed-child");
        }
    }

    @Nested
    class Questions {
        @Test
        void that_depend_on_another_are_asked_only_after_it() {
            assertThat(guide.next("ransomware", Map.of()).orElseThrow().id()).isEqualTo("entered");
            assertThat(guide.next("ransomware", Map.of("entered", YES))
                            .orElseThrow()
                            .id())
                    .isEqualTo("protection");
            assertThat(guide.next("ransomware", Map.of("entered", NO))
                            .orElseThrow()
                            .id())
                    .isEqualTo("connected");
        }

        @Test
        void come_to_an_end_whatever_is_said() {
            Chance.times(200, chance -> {
                String topic = chance.oneOf(guide.topics());
                Map<String, Reply> replies = new HashMap<>();
                Optional<Question> next = guide.next(topic, replies);
                while (next.isPresent()) {
                    replies.put(next.get().id(), chance.oneOf(List.of(Reply.values())));
                    next = guide.next(topic, replies);
                }
                assertThat(replies).hasSizeLessThan(20);
                Guidance guidance = guide.guidance(topic, replies);
                assertThat(guidance.conduct().isPresent())
                        .isEqualTo(!fitting(guidance).isEmpty());
            });
        }

        @Test
        void of_an_unknown_topic_are_none() {
            assertThat(guide.next("tea", Map.of())).isEmpty();
            assertThat(guide.guidance("tea", Map.of("entered", YES)).offences()).isEmpty();
        }

        @Test
        void cover_nine_kinds_of_crime() {
            assertThat(guide.topics())
                    .containsExactly(
                            "ransomware",
                            "online-fraud",
                            "extortion",
                            "intrusion",
                            "intimate-images",
                            "child-abuse-material",
                            "grooming",
                            "laundering",
                            "critical-services");
        }

        @Test
        void see_every_offence_as_exactly_one_act() {
            assertThat(guide.acts().values().stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(
                            elements.all().stream().map(offence -> offence.id()).collect(Collectors.toSet()));
        }
    }

    @Nested
    class A_file_that_is_not_whole {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"unc.7/act\"|\"unc.7/acting\"|is not an element",
                    "\"other.stalking\"|\"other.walking\"|is not an offence",
                    "\"question\": \"entered\"|\"question\": \"enters\"|is not a question",
                    "\"reply\": \"YES\"|\"reply\": \"MAYBE\"|must be one of"
                })
        void is_refused_by_field_and_reason(String whole, String broken, String reason) throws IOException {
            try (InputStream bytes = Law.class.getResourceAsStream(Guide.FILE)) {
                String json = Utf8.text(Objects.requireNonNull(bytes).readAllBytes());
                assertThat(json).contains(whole);
                byte[] changed = Utf8.bytes(json.replaceFirst(Pattern.quote(whole), broken));
                assertThatThrownBy(() -> LawFiles.read(Guide.FILE, changed, file -> Guide.from(file, elements)))
                        .isInstanceOf(BrokenLawFile.class)
                        .hasMessageContaining("guide.json, /")
                        .hasMessageContaining(reason);
            }
        }
    }
}
