package comity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import comity.kernel.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Every text is set as its language sets it.
class TypographyTest {
    private static final Pattern PLURAL = Pattern.compile("\\{\\w+, plural,((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern FORM = Pattern.compile("(?<![=\\w])(\\w+) \\{");

    /// Addresses, times and JSON keys keep their own signs in every language.
    private static final String FOREIGN =
            "https?:\\S*|\\d\\d:\\d\\d\\S*|\\[2001\\S*|00:1b\\S*|198\\.51\\S*|requested:|Authorization: Bearer";

    private static final Pattern CHINESE =
            Pattern.compile("\\p{IsHan} ?[,;:?!]|\\p{IsHan}\\.|\\([^)a-z]*\\p{IsHan}|\"");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic} ?[,;?]|[,;?] ?\\p{IsArabic}|\"");
    private static final Pattern FRENCH =
            Pattern.compile("(?<!\u202f)[;?!]|(?<![\u00a0\u202f])[:»]|«(?![\u00a0\u202f])|['\"]");

    /// A State's name that the sentence goes around. Most of them would need an article, which nobody can guess.
    private static final Pattern NAME_IN_FRENCH = Pattern.compile("(?<!\\(|«\u00a0|État |: )\\{state}(?!\u00a0:)");
    private static final Pattern RUSSIAN = Pattern.compile(" - |[\"“”]");

    @Nested
    class Every_text {
        @Test
        void counts_in_all_forms_that_its_language_has() throws IOException {
            List<String> lacking = new ArrayList<>();
            forEachText((language, key, text) -> {
                Set<String> wanted = PluralRules.forLocale(language.locale()).getKeywords();
                Matcher plural = PLURAL.matcher(text);
                while (plural.find()) {
                    Set<String> given = new TreeSet<>();
                    FORM.matcher(plural.group(1)).results().forEach(form -> given.add(form.group(1)));
                    if (!given.containsAll(needed(language, wanted))) {
                        lacking.add("%s in %s has only %s".formatted(key, language, given));
                    }
                }
            });
            assertThat(lacking).isEmpty();
        }

        @Test
        void is_set_as_its_language_sets_it() throws IOException {
            List<String> faults = new ArrayList<>();
            forEachText((language, key, text) -> {
                if (faulty(language, text.replaceAll(FOREIGN, ""))) {
                    faults.add("%s in %s: %s".formatted(key, language, text));
                }
            });
            assertThat(faults).isEmpty();
        }

        @Test
        void needs_no_article_in_French_before_the_name_of_a_State() throws IOException {
            List<String> faults = new ArrayList<>();
            forEachText((language, key, text) -> {
                if (language == Language.FRENCH && NAME_IN_FRENCH.matcher(text).find()) {
                    faults.add("%s: %s".formatted(key, text));
                }
            });
            assertThat(faults).isEmpty();
        }

        @Test
        void would_be_found_faulty_with_the_signs_of_another_language() {
            assertThat(faulty(Language.FRENCH, "Est-ce urgent ?")).isTrue();
            assertThat(faulty(Language.SPANISH, "Es urgente?")).isTrue();
            assertThat(faulty(Language.CHINESE, "紧急吗?")).isTrue();
            assertThat(faulty(Language.ARABIC, "هل الأمر عاجل?")).isTrue();
            assertThat(faulty(Language.RUSSIAN, "\"срочно\"")).isTrue();
        }
    }

    /// French and Spanish have a form for millions, which nothing here counts to.
    private static Set<String> needed(Language language, Set<String> forms) {
        Set<String> needed = new TreeSet<>(forms);
        if (language == Language.FRENCH || language == Language.SPANISH) {
            needed.remove("many");
        }
        return needed;
    }

    private static boolean faulty(Language language, String text) {
        return switch (language) {
            case ENGLISH -> false;
            case FRENCH -> FRENCH.matcher(text).find();
            case SPANISH -> times('?', text) != times('¿', text) || times('!', text) != times('¡', text);
            case RUSSIAN -> RUSSIAN.matcher(text).find();
            case CHINESE -> CHINESE.matcher(text).find();
            case ARABIC -> ARABIC.matcher(text).find();
        };
    }

    private static long times(char sign, String text) {
        return text.chars().filter(each -> each == sign).count();
    }

    /// The texts of the pages, and those of the command line beside them.
    private static void forEachText(Look look) throws IOException {
        for (Language language : Language.values()) {
            for (String area : Messages.AREAS) {
                Messages.file(area, language).forEach((key, text) -> look.at(language, key, text));
            }
            Properties words = new Properties();
            String name = "words_%s.properties".formatted(language.locale().getLanguage());
            try (Reader file =
                    Files.newBufferedReader(root().resolve("cli/src/main/resources/comity/cli/words/" + name))) {
                words.load(file);
            }
            words.stringPropertyNames().forEach(key -> look.at(language, key, words.getProperty(key)));
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("web") ? here.resolve("..") : here;
    }

    private interface Look {
        void at(Language language, String key, String text);
    }
}
