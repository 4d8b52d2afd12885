package comity.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private final ResourceBundle english = Texts.in(Language.ENGLISH).bundle();

    @Nested
    class Every_language {
        @ParameterizedTest
        @EnumSource(Language.class)
        void has_a_text_for_every_key_and_no_other(Language language) {
            assertThat(new TreeSet<>(Texts.in(language).bundle().keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void names_the_same_places(Language language) {
            ResourceBundle bundle = Texts.in(language).bundle();
            english.keySet()
                    .forEach(key -> assertThat(places(bundle.getString(key)))
                            .describedAs(key)
                            .isEqualTo(places(english.getString(key))));
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void says_something_of_its_own(Language language) {
            ResourceBundle bundle = Texts.in(language).bundle();
            assertThat(bundle.keySet())
                    .allSatisfy(key -> assertThat(bundle.getString(key)).isNotBlank());
            assertThat(bundle.getString("unknown.unreachable").equals(english.getString("unknown.unreachable")))
                    .isEqualTo(language == Language.ENGLISH);
        }

        private static int places(String pattern) {
            return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
        }
    }

    @Nested
    class The_wanted_language {
        @ParameterizedTest
        @CsvSource({
            "fr, ENGLISH, FRENCH",
            "xx, ar_XD.UTF-8, ARABIC",
            ", zh_CN.UTF-8, CHINESE",
            ", C.UTF-8, ENGLISH",
            ", , ENGLISH"
        })
        void is_the_asked_one_then_that_of_the_terminal_then_english(String asked, String lang, Language found) {
            Map<String, String> environment = lang == null ? Map.of() : Map.of("LANG", lang);
            assertThat(Texts.wanted(Optional.ofNullable(asked), environment)).isEqualTo(found);
        }
    }
}
