package comity.node.main;

import comity.ledger.journal.JournalAudit;
import java.io.PrintStream;

/// Compares every row of a node's ledger with what it has signed and published.
record AuditLedger(PrintStream out) implements StoppedLedger.Work {
    @Override
    public int with(StoppedLedger ledger) {
        JournalAudit.Report report = new JournalAudit(ledger.journal(), ledger.transactions()).report(ledger.files());
        out.printf("%d leaves, %d of them closed.%n", report.leaves(), report.closed());
        report.flaws().forEach(flaw -> out.printf("leaf %d: %s%n", flaw.index(), words(flaw.code())));
        out.println(report.isGood() ? "Everything is as it was signed." : "This ledger is not as it was signed.");
        return report.isGood() ? 0 : 1;
    }

    private static String words(String code) {
        return switch (code) {
            case "leaf-missing" -> "is missing";
            case "opening-other" -> "salt and event do not give its commitment: one of them was changed";
            case "opening-gone" -> "cannot be opened, and nothing says why";
            case "record-wrong" -> "the leaf that should record its destruction does not";
            case "subtree-other" -> "the kept hashes above it are others";
            case "root-other" -> "the rows do not give the signed root";
            case "published-other" -> "the published files show another history";
            default -> code;
        };
    }
}
