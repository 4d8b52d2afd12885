package comity.benchmarks.spread;

import comity.directory.Entry;
import comity.directory.list.EntryJson;
import comity.kernel.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Entries of many States, each like one that was given, under another code.
final class ManyEntries {
    /// As many as there are codes of two letters.
    static final int MOST = 26 * 26;

    private ManyEntries() {}

    /// @param like an entry as the registry keeps it, with desks, offices and the card of a node
    /// @param nodes how many have the card of a node; the others are without
    static List<Entry> of(String like, int count, int nodes) {
        Entry whole = EntryJson.parse(Utf8.bytes(like));
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = "" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
            Entry entry = EntryJson.parse(Utf8.bytes(like.replace("\"" + whole.state() + "\"", "\"" + code + "\"")));
            entries.add(i < nodes ? entry : withoutNode(entry));
        }
        return entries;
    }

    private static Entry withoutNode(Entry entry) {
        return new Entry(
                entry.state(),
                entry.names(),
                entry.status(),
                entry.zone(),
                entry.languages(),
                entry.desks(),
                entry.authorities(),
                Optional.empty(),
                entry.preservation(),
                entry.holidays(),
                entry.confirmedOn(),
                entry.furnished());
    }
}
