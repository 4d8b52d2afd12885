package comity.node.main;

import comity.federation.recall.Recall;
import comity.node.settings.NodeSettings;
import java.io.PrintStream;

/// After an older copy of the database was restored: takes the leaves that it lost back from the
/// ledger's files, so that the ledger goes on as the one that others have signed, and notes that the
/// letters behind them are to be asked for (docs/operating/backup.md).
record TakeBack(PrintStream out) implements StoppedLedger.Work {
    @Override
    public int with(StoppedLedger ledger) {
        long before = ledger.journal().latest().checkpoint().size();
        if (ledger.settings().part() == NodeSettings.Part.STATE && ledger.published() > before) {
            // First the note: leaves that were taken back without one would never be asked for.
            ledger.transactions().write(tx -> {
                Recall.note(tx, before, ledger.clock().instant());
                return before;
            });
        }
        long taken = ledger.journal().takeBack(ledger.files());
        out.println(
                taken == 0
                        ? "Nothing is missing: the database has %d leaves.".formatted(before)
                        : "The database had %d leaves; %d were taken back from the published files."
                                .formatted(before, taken));
        return 0;
    }
}
