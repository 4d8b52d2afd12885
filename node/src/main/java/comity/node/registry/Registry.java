package comity.node.registry;

import comity.directory.Book;
import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.directory.list.DirectoryList;
import comity.directory.list.EntryJson;
import comity.directory.list.ListKeeper;
import comity.directory.proposals.Publication;
import comity.directory.proposals.Subject;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.proof.ProofFile;
import comity.node.settings.BadSettings;
import comity.node.settings.Folders;
import comity.node.settings.SettingFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;

/// Turns a folder of entries, one file a State, and the folder of books beside it into editions of the list. A new
/// edition is published when one of them has changed, and when the newest one is about to be out of date.
public final class Registry implements Publication {
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
    public synchronized void publishWhatChanged() throws IOException {
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

    @Override
    public Optional<byte[]> current(Subject subject) {
        return switch (subject) {
            case Subject.OfEntry(StateCode state) ->
                latest().stream()
                        .flatMap(list -> list.entries().stream())
                        .filter(entry -> entry.state().equals(state))
                        .findFirst()
                        .map(EntryJson::format)
                        .map(Utf8::bytes);
            case Subject.OfBook(String name) ->
                latest().stream()
                        .flatMap(list -> list.books().stream())
                        .filter(book -> book.name().equals(name))
                        .findFirst()
                        .flatMap(book -> book(book.digest()));
        };
    }

    /// Lays the document in its folder first: when the database fails after that, the next look publishes it.
    @Override
    public synchronized void publish(Subject subject, byte[] document, ObjLongConsumer<Transaction> along)
            throws IOException {
        lay(file(subject), document);
        List<Entry> wanted = read();
        List<Book> shelf = books.read();
        transactions.write(tx -> {
            DirectoryList edition = keeper.publish(tx, wanted, shelf);
            along.accept(tx, edition.version().number());
            return journal.append(tx, "directory.list", LIST, edition.bytes());
        });
    }

    private Path file(Subject subject) throws IOException {
        return switch (subject) {
            case Subject.OfBook(String name) -> books.file(name);
            case Subject.OfEntry(StateCode state) -> {
                try (Stream<Path> files = Files.list(entries)) {
                    yield files.filter(file -> file.toString().endsWith(".json"))
                            .filter(file -> entry(file).state().equals(state))
                            .findFirst()
                            .orElse(entries.resolve(state + ".json"));
                }
            }
        };
    }

    /// Whole or not at all.
    private static void lay(Path file, byte[] document) throws IOException {
        Folders.makeFor(file);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, document);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
            throw new BadSettings(file, SettingFault.ofFile("entry-none", String.valueOf(e.getMessage())));
        }
    }

    private static List<String> texts(List<Entry> list) {
        return list.stream().map(EntryJson::format).sorted().toList();
    }
}
