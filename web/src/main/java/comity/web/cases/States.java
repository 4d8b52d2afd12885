package comity.web.cases;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.web.Option;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// States by name and by clock, from the directory.
public final class States {
    private final Directory directory;
    private final StateCode home;

    public States(Directory directory, StateCode home) {
        this.directory = directory;
        this.home = home;
    }

    /// The name of a State in a language; its code while the directory does not know it.
    public String name(StateCode state, Language language) {
        return find(state).map(entry -> entry.name(language)).orElse(state.code());
    }

    /// The zone where a State's desk reads the clock.
    public ZoneId zone(StateCode state) {
        return find(state).map(Entry::zone).orElse(ZoneOffset.UTC);
    }

    public Optional<Entry> find(StateCode state) {
        return directory.find(state);
    }

    /// The other States that run a node, to choose from.
    public List<Option> reachable(Language language) {
        return directory.all().stream()
                .filter(entry -> !entry.state().equals(home) && entry.node().isPresent())
                .sorted(Comparator.comparing(Entry::state))
                .map(entry -> new Option(entry.state().code(), entry.state() + " – " + entry.name(language)))
                .toList();
    }
}
