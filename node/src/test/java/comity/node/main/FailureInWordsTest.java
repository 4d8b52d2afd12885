package comity.node.main;

import static org.assertj.core.api.Assertions.assertThat;

import comity.cli.words.Texts;
import comity.kernel.Language;
import comity.ledger.journal.LedgerDamage;
import comity.ledger.journal.LedgerDamaged;
import comity.ledger.tiles.TileConflict;
import comity.node.words.OperatorTexts;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureInWordsTest {
    @ParameterizedTest
    @EnumSource(LedgerDamage.class)
    void each_damage_of_a_ledger_is_told_in_every_language_with_all_its_details(LedgerDamage damage) {
        Object[] details = IntStream.range(0, damage.details())
                .mapToObj(number -> "detail-" + number)
                .toArray();
        requireTold(new LedgerDamaged(damage, details), details);
    }

    @Test
    void a_file_that_was_published_with_other_bytes_is_named_in_every_language() {
        requireTold(new TileConflict("tile/0/x001/234"), "tile/0/x001/234");
    }

    private static void requireTold(Exception failure, Object... details) {
        Set<String> told = new HashSet<>();
        for (Language language : Language.values()) {
            Texts texts = OperatorTexts.in(language);
            String words = FailureInWords.of(failure, texts).orElseThrow();
            assertThat(words).endsWith(System.lineSeparator() + texts.say("ledger.nothing-changed"));
            for (Object detail : details) {
                assertThat(words).contains(detail.toString());
            }
            told.add(words);
        }
        assertThat(told).as("each language has its own words").hasSameSizeAs(Language.values());
    }

    @Test
    void what_nobody_foresaw_has_no_words() {
        assertThat(FailureInWords.of(new IllegalStateException(), OperatorTexts.in(Language.ENGLISH)))
                .isEmpty();
    }
}
