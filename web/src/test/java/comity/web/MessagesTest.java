package comity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import comity.evidence.EvidenceFault;
import comity.federation.Problem;
import comity.federation.ReceiptFault;
import comity.kernel.Language;
import comity.ledger.note.NoteFault;
import comity.requests.disclosure.ExhibitAct;
import comity.requests.identifiers.IdentifierType;
import comity.requests.preservation.Act;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessagesTest {
    /// Areas whose other five languages are still being written; nothing else may fall back to English. Must be
    /// empty before a release.
    private static final Set<String> NOT_YET_TRANSLATED = Set.of();

    private final Messages messages = Messages.load();

    @Nested
    class The_six_languages {
        @Test
        void say_the_same_things() {
            List<String> differences = new ArrayList<>();
            forEachTranslation((area, language, texts) -> {
                Set<String> english = Messages.file(area, Language.ENGLISH).keySet();
                Set<String> missing = new TreeSet<>(english);
                missing.removeAll(texts.keySet());
                Set<String> more = new TreeSet<>(texts.keySet());
                more.removeAll(english);
                if (!missing.isEmpty() || !more.isEmpty()) {
                    differences.add("%s in %s lacks %s and has too much %s".formatted(area, language, missing, more));
                }
            });
            assertThat(differences).isEmpty();
        }

        @Test
        void name_the_same_arguments() {
            List<String> differences = new ArrayList<>();
            forEachTranslation((area, language, texts) -> {
                Map<String, String> english = Messages.file(area, Language.ENGLISH);
                texts.forEach((key, text) -> {
                    Set<String> wanted = arguments(english.getOrDefault(key, ""), Language.ENGLISH);
                    if (!arguments(text, language).equals(wanted)) {
                        differences.add("%s in %s names other arguments than %s".formatted(key, language, wanted));
                    }
                });
            });
            assertThat(differences).isEmpty();
        }

        private void forEachTranslation(Check check) {
            for (String area : Messages.AREAS) {
                for (Language language : Language.values()) {
                    Map<String, String> texts = Messages.file(area, language);
                    boolean waits = NOT_YET_TRANSLATED.contains(area) && texts.isEmpty();
                    if (!waits) {
                        check.check(area, language, texts);
                    }
                }
            }
        }

        private static Set<String> arguments(String pattern, Language language) {
            return new TreeSet<>(new MessageFormat(pattern, language.locale()).getArgumentNames());
        }
    }

    @Nested
    class A_text {
        @Test
        void counts_as_the_language_counts() {
            assertThat(messages.text(Language.ENGLISH, "time.days", "days", 1)).isEqualTo("1 day");
            assertThat(messages.text(Language.ENGLISH, "time.days", "days", 60)).isEqualTo("60 days");
        }

        @Test
        void sets_a_reference_apart_in_arabic_so_that_it_keeps_its_direction() {
            assertThat(messages.text(Language.ARABIC, "clock.held.by", "reference", "XA.MLA.2027.000001"))
                    .contains("\u2068XA.MLA.2027.000001\u2069");
        }

        @Test
        void that_nobody_wrote_shows_its_key_instead_of_failing_the_page() {
            assertThat(messages.text(Language.ENGLISH, "no.such.text")).isEqualTo("[no.such.text]");
        }
    }

    @Nested
    class An_argument {
        @Test
        void is_an_article_as_the_language_cites_it() {
            assertThat(cited(Language.ENGLISH)).contains("(art. 42(3)(e))");
            assertThat(cited(Language.FRENCH)).contains("(art. 42, par. 3 e))");
            assertThat(cited(Language.SPANISH)).contains("(art. 42, párr. 3 e))");
            assertThat(cited(Language.RUSSIAN)).contains("(ст. 42(3)(e))");
            assertThat(cited(Language.CHINESE)).contains("（第 42 条第 3 款(e)项）");
            assertThat(cited(Language.ARABIC)).contains("42 (3) (هـ)");
        }

        @Test
        void is_a_word_where_a_rule_gave_a_code() {
            assertThat(messages.text(
                            Language.FRENCH, "complaint.identifier-looks-like", "value", "a@b", "found", "email"))
                    .contains("Adresse de courriel");
            assertThat(messages.text(
                            Language.SPANISH, "complaint.ip-not-public", "value", "10.0.0.1", "use", "private"))
                    .contains("(privada)");
        }

        @Test
        void names_languages_and_scripts_as_the_reader_calls_them() {
            assertThat(messages.text(Language.SPANISH, "complaint.language-not-accepted", "accepted", "fr zh-Hans"))
                    .endsWith("francés y chino.");
            assertThat(messages.text(
                            Language.FRENCH,
                            "complaint.lookalike-letters",
                            "value",
                            "bаnk",
                            "scripts",
                            "Cyrillic",
                            "readsAs",
                            "bank"))
                    .contains("(cyrillique)");
        }

        @Test
        void of_a_newer_rule_stays_as_it_is() {
            assertThat(messages.text(Language.FRENCH, "complaint.ip-not-public", "value", "::", "use", "moonlink"))
                    .contains("(moonlink)");
        }

        private String cited(Language language) {
            return messages.text(language, "complaint.necessity-missing", "provision", "42(3)(e)");
        }
    }

    @Nested
    class Every_code_that_a_page_shows {
        @Test
        void has_a_word() {
            assertThat(Arrays.stream(Problem.values()).map(problem -> "envelope." + problem.code()))
                    .allMatch(messages::has);
            assertThat(Arrays.stream(ReceiptFault.values()).map(fault -> "envelope." + fault.code()))
                    .allMatch(messages::has);
            assertThat(Arrays.stream(NoteFault.values()).map(fault -> "envelope." + fault.code()))
                    .allMatch(messages::has);
            assertThat(Arrays.stream(IdentifierType.values()).map(type -> "form.items.type." + type.code()))
                    .allMatch(messages::has);
            assertThat(Arrays.stream(Act.values()).map(Act::code))
                    .allMatch(act -> messages.has("look.act." + act) || messages.has("act." + act));
            assertThat(Arrays.stream(EvidenceFault.values()).map(fault -> "exhibit.fault." + fault.code()))
                    .allMatch(messages::has);
            assertThat(Arrays.stream(ExhibitAct.values())
                            .filter(act -> act != ExhibitAct.COLLECT)
                            .map(act -> "exhibit.act." + act.code()))
                    .allMatch(messages::has);
        }
    }

    private interface Check {
        void check(String area, Language language, Map<String, String> texts);
    }
}
