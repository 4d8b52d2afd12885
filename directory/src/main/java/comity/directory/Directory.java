package comity.directory;

import comity.kernel.StateCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// All entries and books of the list this node goes by, in memory. A new list takes the place of the old one in
/// one step: a reader sees either, never a mixture.
public final class Directory {
    private static final System.Logger LOG = System.getLogger(Directory.class.getName());

    private final List<Consumer<List<Book>>> readers = new CopyOnWriteArrayList<>();
    private volatile Snapshot current = new Snapshot(ListVersion.NONE, Optional.empty(), Map.of(), List.of(), Map.of());

    public Optional<Entry> find(StateCode state) {
        return Optional.ofNullable(current.entries.get(state));
    }

    /// By State code.
    public List<Entry> all() {
        return List.copyOf(current.entries.values());
    }

    public ListVersion version() {
        return current.version;
    }

    /// The registry's own ledger, once a list names it.
    public Optional<LedgerAddress> registry() {
        return current.registry;
    }

    /// Every ledger that is known: the registry's first, then those of nodes by State code.
    public List<LedgerAddress> ledgers() {
        Snapshot now = current;
        return Stream.concat(
                        now.registry.stream(),
                        now.entries.values().stream()
                                .flatMap(entry -> entry.node().stream())
                                .map(NodeAddress::ledger))
                .toList();
    }

    /// A book that is in force, for example `treaties`. When the list names a newer one that could not be fetched
    /// yet, it is the former; see [#missing()].
    public Optional<Book> book(String name) {
        return Optional.ofNullable(current.books.get(name));
    }

    /// By name.
    public List<Book> books() {
        return List.copyOf(current.books.values());
    }

    /// What the list names and this node does not have yet. The former book of that name is in force, if there was
    /// one.
    public List<Book.Listing> missing() {
        Snapshot now = current;
        return now.listed.stream()
                .filter(listing -> {
                    Book book = now.books.get(listing.name());
                    return book == null || !book.listing().equals(listing);
                })
                .toList();
    }

    /// Tells a reader of the books that are in force: now, and again each time that one has changed, in the order in
    /// which they change. A reader that fails is told again with the next change.
    public synchronized void whenBooks(Consumer<List<Book>> reader) {
        readers.add(reader);
        tell(reader);
    }

    private void tell(Consumer<List<Book>> reader) {
        try {
            reader.accept(books());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The books of the directory could not be read", e);
        }
    }

    /// Puts entries in place, from a list that names no ledger of the registry.
    public void replace(ListVersion version, List<Entry> entries) {
        replace(version, Optional.empty(), entries);
    }

    /// Puts a list without books in place.
    public void replace(ListVersion version, Optional<LedgerAddress> registry, List<Entry> entries) {
        replace(version, registry, entries, List.of(), List.of());
    }

    /// Puts a list in place whose signature and version have been checked.
    ///
    /// @param listed the books that the list names
    /// @param books those that are here, or the former of the same name
    public synchronized void replace(
            ListVersion version,
            Optional<LedgerAddress> registry,
            List<Entry> entries,
            List<Book.Listing> listed,
            List<Book> books) {
        Map<StateCode, Entry> byState = new TreeMap<>();
        entries.forEach(entry -> byState.put(entry.state(), entry));
        Map<String, Book> byName = new TreeMap<>();
        books.forEach(book -> byName.put(book.name(), book));
        boolean changed = !byName.equals(current.books);
        current = new Snapshot(version, registry, byState, List.copyOf(listed), byName);
        if (changed) {
            readers.forEach(this::tell);
        }
    }

    private record Snapshot(
            ListVersion version,
            Optional<LedgerAddress> registry,
            Map<StateCode, Entry> entries,
            List<Book.Listing> listed,
            Map<String, Book> books) {}
}
