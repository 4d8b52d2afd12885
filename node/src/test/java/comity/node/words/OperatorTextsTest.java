package comity.node.words;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.ledger.journal.LedgerDamage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorTextsTest {
    private static final Path CODE =
            Path.of(System.getProperty("comity.root", ".."), "node", "src", "main", "java", "comity", "node");

    private final ResourceBundle english = OperatorTexts.in(Language.ENGLISH).bundle();

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_says_the_same_things_of_the_same(Language language) {
        ResourceBundle bundle = OperatorTexts.in(language).bundle();
        assertThat(new TreeSet<>(bundle.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        for (String key : english.keySet()) {
            if (isForTheParser(key)) {
                assertThat(bundle.getString(key).contains("${DEFAULT-VALUE}"))
                        .as(key)
                        .isEqualTo(english.getString(key).contains("${DEFAULT-VALUE}"));
            } else {
                assertThat(places(bundle.getString(key))).as(key).isEqualTo(places(english.getString(key)));
            }
            assertThat(bundle.getString(key)).as(key).isNotBlank();
        }
        assertThat(bundle.getString("audit.good").equals(english.getString("audit.good")))
                .isEqualTo(language == Language.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(LedgerDamage.class)
    void each_damage_of_a_ledger_is_told_with_as_many_details_as_it_has(LedgerDamage damage) {
        assertThat(places(english.getString("ledger." + damage.code()))).isEqualTo(damage.details());
    }

    @Test
    void no_text_is_there_that_nobody_says() {
        String code = code();
        assertThat(english.keySet().stream().filter(key -> !isForTheParser(key)))
                .allSatisfy(key -> assertThat(code)
                        .containsAnyOf("\"" + key + "\"", "\"" + lastOf(key) + "\"", "\"" + family(key) + "\""));
    }

    private static boolean isForTheParser(String key) {
        return key.startsWith("comity.") || key.startsWith("usage.") || key.startsWith("mixin");
    }

    private static String lastOf(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static String family(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    private static int places(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }

    private static String code() {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(OperatorTextsTest::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
