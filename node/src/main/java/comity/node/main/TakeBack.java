package comity.node.main;

import comity.cli.words.Texts;
import comity.federation.recall.Recall;
import comity.node.settings.NodeSettings;
import java.io.PrintStream;

/// After an older copy of the database was restored: takes the leaves that it lost back from the
/// ledger's files, so that the ledger goes on as the one that others have signed, and notes that the
/// letters behind them are to be asked for (docs/operating/backup.md).
record TakeBack(PrintStream out, Texts texts) implements StoppedLedger.Work {
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
        String had = String.valueOf(before);
        String what = taken == 0
                ? texts.say("take-back.nothing", had)
                : texts.say("take-back.taken", had, String.valueOf(taken));
        out.println(what);
        return 0;
    }
}
