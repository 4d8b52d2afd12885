package comity.law.words;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.law.gaps.Gap;
import comity.law.guide.Guide;
import comity.law.guide.Question;
import comity.law.guide.Reply;
import comity.law.offence.Element;
import comity.law.offence.ElementKind;
import comity.law.offence.Elements;
import comity.law.offence.OffencePattern;
import comity.law.offence.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LawWordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+}");

    /// Written alike in two languages.
    private static final Set<String> SAME = Set.of("fr Suppression", "fr Participation", "es No");

    private final LawWords words = LawWords.load();

    private static Map<String, String> all(Language language) {
        Map<String, String> all = new HashMap<>();
        LawWords.AREAS.forEach(area -> all.putAll(LawWords.file(area, language)));
        return all;
    }

    @Nested
    class Every_language {
        @ParameterizedTest
        @EnumSource(Language.class)
        void has_the_same_keys_and_no_empty_text(Language language) {
            for (String area : LawWords.AREAS) {
                assertThat(new TreeSet<>(LawWords.file(area, language).keySet()))
                        .as(area)
                        .isEqualTo(new TreeSet<>(
                                LawWords.file(area, Language.ENGLISH).keySet()));
            }
            assertThat(all(language)).allSatisfy((_, text) -> assertThat(text).isNotBlank());
        }

        @ParameterizedTest
        @EnumSource(value = Language.class, names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
        void says_everything_in_its_own_words(Language language) {
            Map<String, String> english = all(Language.ENGLISH);
            assertThat(all(language).entrySet())
                    .filteredOn(entry -> !SAME.contains(language.tag() + " " + entry.getValue()))
                    .allSatisfy(entry ->
                            assertThat(entry.getValue()).as(entry.getKey()).isNotEqualTo(english.get(entry.getKey())));
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void names_the_same_places(Language language) {
            Map<String, String> english = all(Language.ENGLISH);
            all(language)
                    .forEach((key, text) ->
                            assertThat(places(text)).as(key).isEqualTo(places(english.getOrDefault(key, ""))));
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void sets_its_signs_as_it_should(Language language) {
            all(language)
                    .forEach((key, text) -> assertThat(text)
                            .as(key)
                            .doesNotContain("'")
                            .doesNotContainPattern(
                                    switch (language) {
                                        case FRENCH -> "[^\u00a0]:|[^\u202f][;?!]";
                                        case CHINESE -> "[\\p{IsHan}][,;:?!.]";
                                        case ARABIC -> "[\\p{IsArabic}][,;?]";
                                        case RUSSIAN, ENGLISH, SPANISH -> "[\"]";
                                    }));
            if (language == Language.SPANISH) {
                all(language)
                        .forEach((key, text) ->
                                assertThat(text.contains("?")).as(key).isEqualTo(text.contains("¿")));
            }
        }

        private static Set<String> places(String text) {
            return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Nested
    class Every_code {
        private final Elements elements = Elements.load();
        private final Guide guide = Guide.load(elements);

        @Test
        void has_its_words_and_no_word_is_left_over() throws IOException {
            Set<String> needed = new TreeSet<>();
            Stream<Element> own = elements.all().stream().flatMap(offence -> offence.elements().stream());
            Stream.concat(own, elements.parts().stream()).forEach(element -> {
                String key = "element." + element.id().replace('/', '.');
                needed.add(key);
                needed.add(key + ".plain");
            });
            elements.all().stream().map(OffencePattern::id).forEach(id -> needed.add("offence." + id));
            needed.add("offence.unc.19");
            needed.addAll(List.of("fact.serious-harm", "fact.serious-harm.plain", "guide.note"));
            Arrays.stream(ElementKind.values()).forEach(kind -> needed.add("kind." + kind));
            Arrays.stream(Standing.values()).forEach(standing -> needed.add("standing." + standing));
            Arrays.stream(Reply.values()).forEach(reply -> needed.add("guide.reply." + reply));
            Arrays.stream(Gap.Kind.values()).forEach(kind -> needed.add("gap." + kind));
            guideCodes(needed);
            List.of("subject", "opening", "none", "found", "vouched", "nobody", "assistance", "closing")
                    .forEach(key -> needed.add("letter." + key));
            Matcher.all("assistance-topics.json", "\"topic\": \"([a-z-]+)\"")
                    .forEach(topic -> needed.add("assistance." + topic));
            complaintCodes().forEach(code -> needed.add("book." + code));
            assertThat(new TreeSet<>(all(Language.ENGLISH).keySet())).isEqualTo(needed);
        }

        private void guideCodes(Set<String> needed) throws IOException {
            for (String topic : guide.topics()) {
                needed.add("topic." + topic);
                for (Question question : guide.open(topic, Map.of())) {
                    needed.add("question." + question.id());
                }
            }
            Matcher.all("guide.json", "\"question\": \"([a-z-]+)\"").forEach(id -> needed.add("question." + id));
            Matcher.all("guide.json", "\"act\": \"([a-z-]+)\"").forEach(id -> needed.add("act." + id));
            Matcher.all("guide.json", "\"cautions\": \\[\\s*\"([a-z-]+)\"").forEach(id -> needed.add("caution." + id));
        }

        /// Every code in quotes in the readers of books and registers: small words with hyphens, and one without.
        private static Set<String> complaintCodes() throws IOException {
            Path law = Path.of(System.getProperty("comity.root"), "law/src/main/java/comity/law");
            Set<String> codes = new TreeSet<>(Set.of("empty"));
            Stream<Path> readers = Stream.of(
                            "LawField",
                            "LawFiles",
                            "dispute/DisputeBook",
                            "living/LivingLaw",
                            "treaty/RegisterBook",
                            "treaty/RegisterImport",
                            "treaty/RegisterTable")
                    .map(name -> law.resolve(name + ".java"));
            try (Stream<Path> files = Stream.concat(readers, Files.list(law.resolve("offence/book")))) {
                for (Path file : files.toList()) {
                    for (String line : Files.readAllLines(file)) {
                        codes.addAll(Matcher.in(line, "\"([a-z]+(?:-[a-z0-9]+)+)\""));
                    }
                }
            }
            codes.remove("not-known");
            return codes;
        }
    }

    /// Finds the first group of a pattern in a law file.
    private static final class Matcher {
        static List<String> all(String file, String pattern) throws IOException {
            Path path = Path.of(System.getProperty("comity.root"), "law/src/main/resources/comity/law", file);
            return in(Files.readString(path), pattern);
        }

        static List<String> in(String text, String pattern) {
            List<String> found = new ArrayList<>();
            Pattern.compile(pattern).matcher(text).results().forEach(result -> found.add(result.group(1)));
            return found;
        }
    }

    @Test
    void aPlaceIsFilledAndInArabicSetApart() {
        assertThat(words.text(Language.ENGLISH, "letter.subject", "state", "Belmora"))
                .isEqualTo("Gaps between the law of Belmora and the Convention");
        assertThat(words.text(Language.ARABIC, "letter.subject", "state", "XB")).contains("\u2068XB\u2069");
        assertThat(words.text(Language.ENGLISH, "no.such")).isEqualTo("[no.such]");
    }
}
