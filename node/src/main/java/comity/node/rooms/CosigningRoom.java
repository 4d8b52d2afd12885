package comity.node.rooms;

import comity.directory.Directory;
import comity.federation.cosigning.CosignerPolicy;
import comity.federation.cosigning.Cosigners;
import comity.federation.cosigning.DirectoryLogs;
import comity.kernel.transaction.Transactions;
import comity.ledger.cosigning.Cosigner;
import comity.ledger.cosigning.CosignerMemory;
import comity.ledger.cosigning.WatchedCosigner;
import comity.ledger.cosigning.store.DurableMemory;
import comity.ledger.journal.Journal;
import comity.ledger.journal.LedgerDamage;
import comity.ledger.journal.LedgerDamaged;
import comity.ledger.note.CosignerKey;
import comity.ledger.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// This node among those who sign each other's checkpoints: what it signs and remembers, whom it asks,
/// and what makes a checkpoint good for it. The same in a State's node and in the registry.
public final class CosigningRoom implements AutoCloseable {
    private final Journal journal;
    private final CosignerMemory memory;
    private final Cosigner cosigner;
    private final Cosigners others;
    private final CosignerPolicy policy;

    /// @param keys of this node as a cosigner
    /// @param chosen the file with this State's own policy
    public CosigningRoom(
            Directory directory,
            Journal journal,
            Transactions transactions,
            List<CosignerKey> keys,
            Optional<Path> chosen,
            Clock clock)
            throws IOException {
        this.journal = journal;
        this.memory = new DurableMemory(transactions);
        this.cosigner = new Cosigner(keys, new DirectoryLogs(directory), memory, clock);
        this.others = new Cosigners(directory, journal, transactions, clock);
        this.policy = new CosignerPolicy(
                directory,
                chosen.isPresent() ? Optional.of(Policy.parse(Files.readAllBytes(chosen.get()))) : Optional.empty());
    }

    /// Who signs for others here.
    public Cosigner cosigner() {
        return cosigner;
    }

    /// What it must not forget.
    public CosignerMemory memory() {
        return memory;
    }

    /// Those who are asked to sign for us.
    public Cosigners others() {
        return others;
    }

    public CosignerPolicy policy() {
        return policy;
    }

    /// Asks the others how far they have signed our ledger, before anything is added to it. Who does not
    /// answer at once is not waited for.
    ///
    /// One of them alone is not believed, or a single State could stop another one's node; it is shown
    /// on the health page.
    ///
    /// @throws LedgerDamaged when two of them, or the only one that there is, have signed more leaves
    ///     than the database has, or other ones
    public void requireNothingLost() throws InterruptedException {
        others.ask(journal.latest());
        List<WatchedCosigner> all =
                others.standings().stream().map(Cosigners.Standing::watched).toList();
        List<WatchedCosigner> accusing = all.stream()
                .filter(watched -> switch (watched.last()) {
                    case AHEAD_OF_US, CONTRADICTS -> true;
                    case NOTHING, SIGNED, OTHER_SIZE, WENT_BACK, REFUSES, WORTHLESS, SILENT -> false;
                })
                .toList();
        if (accusing.size() >= Math.min(2, all.size()) && !accusing.isEmpty()) {
            throw new LedgerDamaged(
                    LedgerDamage.SIGNED_BY_OTHERS,
                    journal.latest().checkpoint().size(),
                    accusing.stream().map(WatchedCosigner::name).collect(Collectors.joining(", ")));
        }
    }

    @Override
    public void close() {
        others.close();
    }
}
