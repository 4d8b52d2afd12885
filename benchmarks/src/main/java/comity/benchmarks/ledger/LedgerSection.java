package comity.benchmarks.ledger;

import comity.benchmarks.Findings;
import comity.benchmarks.Found;
import comity.benchmarks.Run;
import comity.benchmarks.Section;
import java.util.Optional;

/// Appends, proofs and audits of the ledger, in memory and durable, beside the tree of Go's checksum
/// database; and how long it takes until the other nodes have signed.
public final class LedgerSection implements Section {
    @Override
    public char letter() {
        return 'D';
    }

    @Override
    public String title() {
        return "The ledger: appends, proofs, audits, cosignatures";
    }

    @Override
    public Findings measure(Run run) throws Exception {
        Found found = new Found();
        Optional<TlogRival> rival = rival(run, found);
        PureAppends.measure(run, rival, found);
        ProofTimes.measure(run, rival, found);
        AuditTimes.measure(run, rival, found);
        DurableTimes.measure(run, found);
        try {
            CosignedTimes.measure(run, found);
        } catch (CannotRun e) {
            found.note("Time to a cosigned checkpoint is not measured: " + e.why() + ".");
        }
        return found.all();
    }

    /// The rival, unless this machine has no Go: what it would be compared with is measured all the
    /// same.
    private static Optional<TlogRival> rival(Run run, Found found) throws Exception {
        try {
            TlogRival rival = TlogRival.build(run.folder().resolve("rival"));
            found.note("The rival is the tree of Go's checksum database, golang.org/x/mod/sumdb/tlog, as this system"
                    + " packages it, built with " + rival.builtWith()
                    + ", in a process of its own. It does the same work on the same data, one thread, after a round"
                    + " that is not counted.");
            return Optional.of(rival);
        } catch (CannotRun e) {
            run.say("no rival: " + e.why());
            found.note("No rival beside these figures: " + e.why() + ".");
            return Optional.empty();
        }
    }
}
