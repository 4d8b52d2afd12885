package comity.node.main;

import comity.cli.words.Texts;
import comity.ledger.journal.JournalAudit;
import java.io.PrintStream;

/// Compares every row of a node's ledger with what it has signed and published.
record AuditLedger(PrintStream out, Texts texts) implements StoppedLedger.Work {
    @Override
    public int with(StoppedLedger ledger) {
        JournalAudit.Report report = new JournalAudit(ledger.journal(), ledger.transactions()).report(ledger.files());
        out.println(texts.say("audit.leaves", String.valueOf(report.leaves()), String.valueOf(report.closed())));
        report.flaws()
                .forEach(flaw -> out.println(
                        texts.say("audit.leaf", String.valueOf(flaw.index()), texts.word("audit.flaw", flaw.code()))));
        out.println(texts.say(report.isGood() ? "audit.good" : "audit.bad"));
        return report.isGood() ? 0 : 1;
    }
}
