package comity.web;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Holds the pages to the list of the Convention's words.
class TermsTest {
    private static final List<Language> COLUMNS = List.of(
            Language.ENGLISH, Language.ARABIC, Language.CHINESE, Language.FRENCH, Language.RUSSIAN, Language.SPANISH);

    private final Messages messages = Messages.load();

    @Nested
    class A_term_of_the_Convention {
        @Test
        void stands_in_the_text_that_its_row_names_in_all_six_languages() throws IOException {
            List<String> absent = new ArrayList<>();
            for (Row row : rows()) {
                for (Language language : COLUMNS) {
                    String term = row.terms().get(COLUMNS.indexOf(language));
                    String text = messages.text(language, row.key(), "state", "XB", "provision", "65");
                    if (!stands(term, text)) {
                        absent.add("%s in %s lacks %s: %s".formatted(row.key(), language, term, text));
                    }
                }
            }
            assertThat(absent).isEmpty();
        }

        @Test
        void is_missed_when_a_page_says_another_word() {
            assertThat(stands("conservation rapide", "Demande de gel rapide de données"))
                    .isFalse();
            assertThat(stands("взаимная правовая помощь", "запрос о взаимной правовой помощи"))
                    .isTrue();
        }
    }

    private record Row(List<String> terms, String key) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = Files.readAllLines(root().resolve("docs/coverage/terms.md")).stream()
                .filter(line -> line.startsWith("| ") && line.endsWith("` |"))
                .map(line -> Arrays.stream(line.substring(2, line.length() - 2).split("\\|"))
                        .map(cell -> cell.replaceAll("\\[[a-z]]|`|.*on the pages: ", "")
                                .strip())
                        .toList())
                .map(cells -> new Row(cells.subList(0, COLUMNS.size()), cells.getLast()))
                .toList();
        assertThat(rows).hasSizeGreaterThan(25);
        return rows;
    }

    /// Whether every word of a term is in the text, whatever its ending: languages inflect what they cite.
    private static boolean stands(String term, String text) {
        String read = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(term.toLowerCase(Locale.ROOT).split("[ -]+"))
                .map(word -> word.substring(0, Math.max(Math.min(2, word.length()), word.length() * 2 / 3)))
                .allMatch(read::contains);
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("web") ? here.resolve("..") : here;
    }
}
