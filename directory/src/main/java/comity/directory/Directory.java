package comity.directory;

import comity.kernel.StateCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All entries of the list this node goes by, in memory. A new list takes the place of the old one in one step: a
/// reader sees either, never a mixture.
public final class Directory {
    private volatile Snapshot current = new Snapshot(ListVersion.NONE, Map.of());

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

    /// Puts a list in place whose signature and version have been checked.
    public void replace(ListVersion version, List<Entry> entries) {
        Map<StateCode, Entry> byState = new TreeMap<>();
        entries.forEach(entry -> byState.put(entry.state(), entry));
        current = new Snapshot(version, byState);
    }

    private record Snapshot(ListVersion version, Map<StateCode, Entry> entries) {}
}
