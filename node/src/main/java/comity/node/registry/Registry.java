package comity.node.registry;

import comity.directory.Book;
import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.directory.list.DirectoryList;
import comity.directory.list.EntryJson;
import comity.directory.list.ListKeeper;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.proof.ProofFile;
import comity.node.settings.BadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Turns a folder of entries, one file a State, and the folder of books beside it into editions of the list. A new
/// edition is published when one of them has changed, and when the newest one is about to be out of date.
public final class Registry {
    /// All editions have one subject in the ledger: the list itself.
    private static final UUID LIST = new UUID(0, 1);

    private final ListKeeper keeper;
    private final Journal journal;
    private final Transactions transactions;
    private final Path entries;
    private final BookFolder books;
    private final Clock clock;

    public Registry(ListKeeper keeper, Journal journal, Transactions transactions, Path entries, Clock clock) {
        this.keeper = keeper;
        this.journal = journal;
        this.transactions = transactions;
        this.entries = entries;
        this.books = new BookFolder(entries.resolveSibling("books"));
        this.clock = clock;
    }

    /// Puts the newest edition in force that was published before, without looking at the folder.
    public void open() {
        keeper.open();
    }

    /// Puts the newest edition in force, and publishes a next one when the folder says something else.
    public void publishWhatChanged() throws IOException {
        List<Entry> wanted = read();
        List<Book> shelf = books.read();
        Optional<DirectoryList> latest = keeper.latest().or(keeper::open);
        if (latest.isEmpty()
                || isOld(latest.get())
                || !keeper.isOfThisRegistry(latest.get())
                || !texts(latest.get().entries()).equals(texts(wanted))
                || !latest.get()
                        .books()
                        .equals(shelf.stream().map(Book::listing).toList())) {
            transactions.write(tx -> {
                DirectoryList edition = keeper.publish(tx, wanted, shelf);
                return journal.append(tx, "directory.list", LIST, edition.bytes());
            });
        }
    }

    /// The newest edition's signed bytes.
    public Optional<DirectoryList> latest() {
        return keeper.latest();
    }

    /// The signed bytes of an edition, however old, so that every edition can be cited.
    public Optional<byte[]> edition(long number) {
        return transactions.read(tx -> keeper.edition(tx, number));
    }

    /// The bytes of a book that an edition named, however old.
    public Optional<byte[]> book(String digest) {
        return transactions.read(tx -> keeper.book(tx, digest));
    }

    /// The proof that an edition is in the registry's ledger: an open one, from which the edition itself
    /// can be read.
    ///
    /// @param checkpoint of the ledger, with what others have signed
    /// @return empty when there is no such edition, or the checkpoint does not cover it yet
    public Optional<ProofFile> proof(long number, SignedCheckpoint checkpoint) {
        long size = checkpoint.checkpoint().size();
        return transactions.read(tx -> keeper.edition(tx, number)
                .flatMap(bytes -> journal.leavesOf(tx, LIST).stream()
                        .filter(leaf -> leaf.place().index() < size)
                        .filter(leaf -> leaf.opening()
                                .filter(opening -> Arrays.equals(opening.event(), bytes))
                                .isPresent())
                        .findFirst()
                        .map(leaf -> ProofFile.open(
                                leaf.opening().orElseThrow(),
                                journal.inclusion(tx, leaf.place().index(), size),
                                checkpoint))));
    }

    private boolean isOld(DirectoryList list) {
        return list.version().freshness(clock.instant()) != ListVersion.Freshness.FRESH;
    }

    private List<Entry> read() throws IOException {
        Files.createDirectories(entries);
        try (Stream<Path> files = Files.list(entries)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Registry::entry)
                    .toList();
        }
    }

    private static Entry entry(Path file) {
        try {
            return EntryJson.parse(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSettings(file, List.of("it is not an entry: " + e.getMessage()));
        }
    }

    private static List<String> texts(List<Entry> list) {
        return list.stream().map(EntryJson::format).sorted().toList();
    }
}
