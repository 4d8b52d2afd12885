package comity.directory.list;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.LedgerAddress;
import comity.directory.keys.RegistryKey;
import comity.directory.store.SignedLists;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The registry's side: signs the next edition and keeps every one.
public final class ListKeeper {
    private final Directory directory;
    private final Transactions transactions;
    private final RegistryKey key;
    private final Duration validity;
    private final Optional<LedgerAddress> ledger;
    private final Clock clock;
    private final SignedLists lists = new SignedLists();

    /// @param key with its private half
    /// @param validity how long an edition is fresh
    /// @param ledger the registry's own, to be named in each edition
    public ListKeeper(
            Directory directory,
            Transactions transactions,
            RegistryKey key,
            Duration validity,
            Optional<LedgerAddress> ledger,
            Clock clock) {
        this.directory = directory;
        this.transactions = transactions;
        this.key = key;
        this.validity = validity;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Whether an edition says of the registry itself what the next one would.
    public boolean isOfThisRegistry(DirectoryList list) {
        return list.registry().equals(ledger);
    }

    /// Puts the newest kept edition in force: at start.
    public Optional<DirectoryList> open() {
        Optional<DirectoryList> latest = transactions.read(this::latest);
        latest.ifPresent(this::putInForce);
        return latest;
    }

    /// Signs and keeps the next edition; it is in force after the commit. The caller adds its leaf in
    /// the same transaction.
    public DirectoryList publish(Transaction tx, List<Entry> entries) {
        long next = latest(tx).map(list -> list.version().number()).orElse(0L) + 1;
        List<Entry> sorted =
                entries.stream().sorted(Comparator.comparing(Entry::state)).toList();
        DirectoryList list = DirectoryList.sign(next, clock.instant(), validity, ledger, sorted, key);
        lists.add(tx, list.version(), list.bytes(), clock.instant());
        tx.afterCommit(() -> putInForce(list));
        return list;
    }

    /// The newest edition in a transaction of its own; see [#publish(Transaction, List)].
    public DirectoryList publish(List<Entry> entries) {
        return transactions.write(tx -> publish(tx, entries));
    }

    /// The newest edition, to be served.
    public Optional<DirectoryList> latest() {
        return transactions.read(this::latest);
    }

    /// The signed bytes of an edition, however old.
    public Optional<byte[]> edition(Transaction tx, long number) {
        return lists.find(tx, number).map(SignedLists.SignedList::bytes);
    }

    private Optional<DirectoryList> latest(Transaction tx) {
        return lists.latest(tx).map(kept -> {
            try {
                return DirectoryList.verify(kept.bytes(), key);
            } catch (DirectoryList.Refused e) {
                throw new IllegalStateException("A kept edition does not verify", e);
            }
        });
    }

    private void putInForce(DirectoryList list) {
        directory.replace(list.version(), list.registry(), list.entries());
    }
}
