package comity.vault.picture;

import static org.assertj.core.api.Assertions.assertThat;

import comity.evidence.EvidenceFault;
import comity.kernel.Language;
import comity.kernel.Role;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Hand;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /// What is the same word, or no word at all.
    private static final Set<String> SAME =
            Set.of("mark", "row.who", "paper.label", "detail.sha256", "detail.bytes", "facts.bytes");

    private final ResourceBundle english = Words.in(Language.ENGLISH).bundle();

    @Nested
    class Every_language {
        @ParameterizedTest
        @EnumSource(Language.class)
        void has_a_text_for_every_key_and_no_other(Language language) {
            assertThat(new TreeSet<>(Words.in(language).bundle().keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void names_the_same_places(Language language) {
            ResourceBundle bundle = Words.in(language).bundle();
            english.keySet()
                    .forEach(key -> assertThat(places(bundle.getString(key)))
                            .as(key)
                            .isEqualTo(places(english.getString(key))));
        }

        @ParameterizedTest
        @EnumSource(value = Language.class, names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
        void says_everything_in_its_own_words(Language language) {
            ResourceBundle bundle = Words.in(language).bundle();
            assertThat(bundle.keySet())
                    .allSatisfy(key -> assertThat(bundle.getString(key)).as(key).isNotBlank())
                    .filteredOn(key -> !SAME.contains(key))
                    .allSatisfy(key -> assertThat(bundle.getString(key)).as(key).isNotEqualTo(english.getString(key)));
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void has_no_straight_apostrophe_which_would_swallow_a_place(Language language) {
            ResourceBundle bundle = Words.in(language).bundle();
            assertThat(bundle.keySet())
                    .allSatisfy(key -> assertThat(bundle.getString(key)).as(key).doesNotContain("'"));
        }

        private static Set<String> places(String text) {
            return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Nested
    class Every_code {
        private final Words words = Words.in(Language.ENGLISH);

        @ParameterizedTest
        @EnumSource(Kind.class)
        void of_a_kind_has_a_sentence_and_a_word(Kind kind) {
            assertThat(words.word("event", kind.code()))
                    .hasValueSatisfying(text -> assertThat(text).endsWith("."));
            assertThat(words.word("short", kind.code())).isPresent();
        }

        @Test
        void of_a_hand_and_of_a_role_has_a_word() {
            assertThat(Hand.values())
                    .allSatisfy(
                            hand -> assertThat(words.word("hand", hand.code())).isPresent());
            assertThat(Role.values())
                    .allSatisfy(
                            role -> assertThat(words.word("role", role.code())).isPresent());
            assertThat(words.word("role", Mark.SYSTEM)).isPresent();
        }

        @Test
        void of_a_fault_that_speaks_against_the_exhibit_is_said() {
            assertThat(Arrays.stream(EvidenceFault.values()).filter(EvidenceFault::speaksAgainstEvidence))
                    .allSatisfy(fault ->
                            assertThat(words.word("result", fault.code())).isPresent());
        }
    }

    @Test
    void frenchSignsStandApartByTheirOwnSpaces() {
        ResourceBundle french = Words.in(Language.FRENCH).bundle();
        assertThat(french.keySet())
                .allSatisfy(key ->
                        assertThat(french.getString(key)).as(key).doesNotContainPattern("[^\u00a0]:|[^\u202f][;?!]"));
    }
}
