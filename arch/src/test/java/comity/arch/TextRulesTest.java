package comity.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextRulesTest {
    @Nested
    class The_house {
        private final House house = House.own();

        @Test
        void has_a_sign_on_every_door() {
            assertThat(TextRules.signsMissing(house, house.mainSources())).isEmpty();
        }

        @Test
        void has_a_sentence_and_a_promise_about_null_on_every_module() {
            for (Path room : house.rooms()) {
                Path moduleInfo = room.resolve("src/main/java/module-info.java");
                if (Files.exists(moduleInfo)) {
                    assertThat(TextRules.lackingOfModule(House.text(moduleInfo)))
                            .as(house.name(moduleInfo))
                            .isEmpty();
                }
            }
        }

        @Test
        void uses_its_rooms_as_the_table_says() {
            Map<String, Set<String>> built = new TreeMap<>();
            for (Path room : house.rooms()) {
                Path moduleInfo = room.resolve("src/main/java/module-info.java");
                if (Files.exists(moduleInfo)) {
                    built.put(room.getFileName().toString(), TextRules.usesInModule(House.text(moduleInfo)));
                }
            }
            assertThat(TextRules.usesInTable(House.text(house.root().resolve("ARCHITECTURE.md"))))
                    .isEqualTo(built);
        }

        @Test
        void has_no_link_that_leads_nowhere() {
            assertThat(house.filesNamed(".md").stream()
                            .flatMap(file -> TextRules.deadLinks(file, House.text(file)).stream()))
                    .isEmpty();
        }

        @Test
        void has_a_type_for_every_word_that_the_glossary_calls_one() {
            String sources = house.mainSources().stream().map(House::text).collect(Collectors.joining("\n"));
            assertThat(TextRules.unknownTypes(House.text(house.root().resolve("GLOSSARY.md")), sources))
                    .isEmpty();
        }

        @Test
        void does_what_its_coverage_of_the_law_says() {
            List<String> lost = new ArrayList<>();
            long lines = 0;
            for (Path file : house.filesNamed(".md")) {
                if (file.getParent().endsWith("docs/coverage")) {
                    lost.addAll(TextRules.lostPhrases(file, House.text(file)));
                    lines += TextRules.coverageLines(House.text(file));
                }
            }
            assertThat(lost).isEmpty();
            assertThat(lines).as("lines of coverage").isGreaterThan(10);
        }

        @Test
        void lists_every_decision() {
            Path index = house.root().resolve("docs/decisions/README.md");
            List<String> decisions = house.filesNamed(".md").stream()
                    .filter(file -> file.getParent().endsWith("docs/decisions") && !file.equals(index))
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(decisions).isNotEmpty();
            assertThat(TextRules.unlisted(House.text(index), decisions)).isEmpty();
        }

        @Test
        void has_pages_that_turn_with_the_writing() {
            for (Path css : house.filesNamed(".css")) {
                if (!css.toString().contains("/vendor/")) {
                    assertThat(TextRules.sidedProperties(House.text(css)))
                            .as(house.name(css))
                            .isEmpty();
                }
            }
        }

        @Test
        void mocks_nothing() {
            for (Path pom : house.filesNamed("pom.xml")) {
                String used = House.text(pom).replaceAll("(?s)<exclusions>.*?</exclusions>", "");
                assertThat(TextRules.mocking(used)).as(house.name(pom)).isEmpty();
            }
            assertThat(System.getProperty("java.class.path")).doesNotContain("mockito", "easymock");
        }

        @Test
        void has_no_test_that_is_switched_off() {
            assertThat(TextRules.switchedOffTests(house.filesNamed(".java").stream()
                            .filter(file -> file.toString().contains("/src/test/"))))
                    .isEmpty();
        }

        /// Shown, not enforced: a long file is a place to look.
        @Test
        void shows_its_ten_longest_files() {
            List<String> longest = house.mainSources().stream()
                    .map(source -> "%5d %s".formatted(House.text(source).lines().count(), house.name(source)))
                    .sorted(java.util.Comparator.reverseOrder())
                    .limit(10)
                    .toList();
            assertThat(longest).hasSize(10);
            System.out.println("The ten longest files:\n" + String.join("\n", longest));
        }
    }

    @Nested
    class A_planted_fault {
        @TempDir
        Path folder;

        @Test
        void of_a_door_without_a_sign_is_found() throws IOException {
            Path source = Files.createDirectories(folder.resolve("room")).resolve("Thing.java");
            Files.writeString(source, "record Thing() {}");
            assertThat(TextRules.signsMissing(new House(folder), List.of(source)))
                    .containsExactly("room has no sign");
        }

        @Test
        void of_a_sign_without_its_parts_is_found() {
            assertThat(TextRules.lackingOf("package somewhere;"))
                    .containsExactly(
                            "a first sentence", "**Start at**", "**Never**", "**Trust**", "**Used by** or **Uses**");
            assertThat(TextRules.lackingOf("""
                            /// A room.
                            ///
                            /// **Start at** [Thing].
                            /// **Used by** all.
                            /// **Never** sleeps.
                            /// **Trust** – nobody.
                            package somewhere;
                            """)).isEmpty();
        }

        @Test
        void of_a_module_without_sentence_or_promise_about_null_is_found() {
            assertThat(TextRules.lackingOfModule("// NullMarked some day\nmodule comity.desk {}"))
                    .containsExactly("a first sentence", "@NullMarked");
            assertThat(TextRules.lackingOfModule("/// The desk.\n@NullMarked\nmodule comity.desk {}"))
                    .isEmpty();
        }

        @Test
        void of_a_decision_that_the_index_does_not_list_is_found() {
            String index = "| 2026-11-22 | [One](2026-11-22-one.md) |";
            assertThat(TextRules.unlisted(index, List.of("2026-11-22-one.md", "2026-11-23-two.md")))
                    .containsExactly("2026-11-23-two.md");
        }

        @Test
        void of_a_module_that_uses_more_than_the_table_says_is_found() {
            String table = """
                    ## Who may use whom
                    | module | may use | never |
                    | --- | --- | --- |
                    | `law` | – | knows `desk` |
                    | `desk` | `law` | |

                    ## Next
                    | `other` | `law` | |
                    """;
            String module = "    requires transitive comity.kernel;\n    requires comity.law;\n    requires java.sql;\n"
                    + "    requires transitive comity.web;\n";
            assertThat(TextRules.usesInTable(table)).isEqualTo(Map.of("law", Set.of(), "desk", Set.of("law")));
            assertThat(TextRules.usesInModule(module)).containsExactly("law", "web");
        }

        @Test
        void of_a_link_that_leads_nowhere_is_found() throws IOException {
            Files.writeString(folder.resolve("there.md"), "");
            String text = "[a](there.md) [b](there.md#part) [c](https://example.org/x) [d](gone.md) `[e](code.md)`\n"
                    + "```\n[f](fenced.md)\n```\n";
            assertThat(TextRules.deadLinks(folder.resolve("here.md"), text))
                    .containsExactly("here.md links to gone.md");
        }

        @Test
        void of_a_glossary_word_without_its_type_is_found() {
            String glossary = "| letter | what travels; *type* `Letter` | | receipt | *type* `Receipt` |";
            assertThat(TextRules.unknownTypes(glossary, "public record Letter(String id) {}\nclass Receipts {}"))
                    .containsExactly("Receipt");
        }

        @Test
        void of_a_coverage_phrase_that_was_taken_out_is_found() throws IOException {
            Files.writeString(folder.resolve("Terms.java"), "/// at least sixty days");
            String coverage = """
                    | article | file | phrase |
                    | --- | --- | --- |
                    | 42(2) | [Terms](Terms.java) | `at least sixty days` |
                    | 42(2) | [Terms](Terms.java) | `at most ninety days` |
                    | 42(3) | [Gone](Gone.java) | `anything` |
                    """;
            assertThat(TextRules.coverageLines(coverage)).isEqualTo(3);
            assertThat(TextRules.lostPhrases(folder.resolve("coverage.md"), coverage))
                    .containsExactly(
                            "Terms.java does not say: at most ninety days", "Gone.java does not say: anything");
        }

        @Test
        void of_a_style_that_knows_only_one_direction_is_found() {
            String css = """
                    /* margin-left: in a comment */
                    a { margin-inline-start: 1rem; inset-inline-end: 0; text-align: start }
                    b { margin-left: 1rem; border-right-width: 2px; color: red }
                    c { text-align: right }
                    d { right: 0 }
                    e { background: url(left.svg) }
                    """;
            assertThat(TextRules.sidedProperties(css))
                    .containsExactly("margin-left:", "border-right-width:", "text-align: right", "right:");
        }

        @Test
        void of_a_mocking_library_is_found() {
            assertThat(TextRules.mocking("<artifactId>mockito-core</artifactId>"))
                    .containsExactly("mockito");
            assertThat(TextRules.mocking("<artifactId>spring-boot-starter-test</artifactId>"))
                    .isNotEmpty();
            assertThat(TextRules.mocking("<artifactId>assertj-core</artifactId>"))
                    .isEmpty();
        }

        @Test
        void of_a_test_that_is_switched_off_is_found() throws IOException {
            Path test = Files.writeString(
                    folder.resolve("SleepyTest.java"), "class SleepyTest {\n    @Disabled\n    void x() {}\n}");
            assertThat(TextRules.switchedOffTests(java.util.stream.Stream.of(test)))
                    .hasSize(1);
        }
    }
}
