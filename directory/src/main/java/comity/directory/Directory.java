package comity.directory;

import comity.kernel.StateCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All entries of the list this node goes by, in memory. A new list takes the place of the old one in
/// one step: a reader sees either, never a mixture.
public final class Directory {
    private volatile Snapshot current = new Snapshot(ListVersion.NONE, Optional.empty(), Map.of());

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

    /// Puts entries in place, from a list that names no ledger of the registry.
    public void replace(ListVersion version, List<Entry> entries) {
        replace(version, Optional.empty(), entries);
    }

    /// Puts a list in place whose signature and version have been checked.
    public void replace(ListVersion version, Optional<LedgerAddress> registry, List<Entry> entries) {
        Map<StateCode, Entry> byState = new TreeMap<>();
        entries.forEach(entry -> byState.put(entry.state(), entry));
        current = new Snapshot(version, registry, byState);
    }

    private record Snapshot(ListVersion version, Optional<LedgerAddress> registry, Map<StateCode, Entry> entries) {}
}
