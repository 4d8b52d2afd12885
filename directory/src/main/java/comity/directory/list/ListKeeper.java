package comity.directory.list;

import comity.directory.Book;
import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.LedgerAddress;
import comity.directory.keys.RegistryKey;
import comity.directory.store.KeptBooks;
import comity.directory.store.SignedLists;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The registry's side: signs the next edition and keeps every one.
public final class ListKeeper {
    private final Directory directory;
    private final Transactions transactions;
    private final RegistryKey key;
    private final Duration validity;
    private final Optional<LedgerAddress> ledger;
    private final Clock clock;
    private final SignedLists lists = new SignedLists();
    private final KeptBooks kept = new KeptBooks();
    private volatile @Nullable DirectoryList newest;

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
        return transactions.read(tx -> {
            Optional<DirectoryList> latest = newest(tx);
            latest.ifPresent(list -> putInForce(list, kept.inForce(tx)));
            return latest;
        });
    }

    /// Signs and keeps the next edition; it is in force after the commit. The caller adds its leaf in
    /// the same transaction.
    public DirectoryList publish(Transaction tx, List<Entry> entries, List<Book> books) {
        long next = newest(tx).map(list -> list.version().number()).orElse(0L) + 1;
        List<Entry> sorted =
                entries.stream().sorted(Comparator.comparing(Entry::state)).toList();
        List<Book> shelf =
                books.stream().sorted(Comparator.comparing(Book::name)).toList();
        DirectoryList list = DirectoryList.sign(
                next,
                clock.instant(),
                validity,
                ledger,
                shelf.stream().map(Book::listing).toList(),
                sorted,
                key);
        lists.add(tx, list.version(), list.bytes(), clock.instant());
        shelf.forEach(book -> kept.add(tx, book, clock.instant()));
        kept.putInForce(tx, shelf);
        tx.afterCommit(() -> putInForce(list, shelf));
        return list;
    }

    /// The newest edition in a transaction of its own; see [#publish(Transaction, List, List)].
    public DirectoryList publish(List<Entry> entries, List<Book> books) {
        return transactions.write(tx -> publish(tx, entries, books));
    }

    /// The newest edition, to be served: the one in force, without another look into the database.
    public Optional<DirectoryList> latest() {
        return Optional.ofNullable(newest);
    }

    /// The signed bytes of an edition, however old.
    public Optional<byte[]> edition(Transaction tx, long number) {
        return lists.find(tx, number).map(SignedLists.SignedList::bytes);
    }

    /// The bytes of a book that was ever published.
    ///
    /// @param digest SHA-256 in hexadecimal digits
    public Optional<byte[]> book(Transaction tx, String digest) {
        return kept.find(tx, digest);
    }

    private Optional<DirectoryList> newest(Transaction tx) {
        return lists.latest(tx).map(list -> {
            try {
                return DirectoryList.verify(list.bytes(), key);
            } catch (DirectoryList.Refused e) {
                throw new IllegalStateException("A kept edition does not verify", e);
            }
        });
    }

    private void putInForce(DirectoryList list, List<Book> books) {
        newest = list;
        directory.replace(list.version(), list.registry(), list.entries(), list.books(), books);
    }
}
