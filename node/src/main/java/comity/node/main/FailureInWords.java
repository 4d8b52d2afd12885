package comity.node.main;

import comity.cli.words.Texts;
import comity.ledger.journal.LedgerDamaged;
import comity.ledger.tiles.TileConflict;
import comity.node.database.DatabaseUnfit;
import comity.node.settings.BadSettings;
import java.util.Optional;

/// Why a command ended without doing what it should, in words for an operator.
final class FailureInWords {
    private FailureInWords() {}

    /// @return empty when nobody foresaw it; then the trace is what helps
    static Optional<String> of(Exception failure, Texts texts) {
        return switch (failure) {
            case BadSettings settings -> Optional.of(settings.in(texts));
            case DatabaseUnfit database -> Optional.of(database.in(texts));
            case LedgerDamaged damaged ->
                Optional.of(ofLedger(
                        texts, damaged.damage().code(), damaged.details().toArray()));
            case TileConflict conflict -> Optional.of(ofLedger(texts, "published-before", conflict.path()));
            default -> Optional.empty();
        };
    }

    private static String ofLedger(Texts texts, String code, Object... details) {
        return texts.say("ledger." + code, details) + System.lineSeparator() + texts.say("ledger.nothing-changed");
    }
}
