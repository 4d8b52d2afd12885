package comity.vault;

import comity.kernel.StateCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Everything that happened to one exhibit as this node knows it, in the order of time: its own events and those that
/// the
/// other State has told.
public record Custody(List<Entry> entries) {
    /// An event and where it is committed.
    ///
    /// @param leaf its place in this node's ledger: of the event itself when it is ours, of the letter that told it
    ///     when it is theirs; empty when it is not committed yet
    /// @param told whether the other State told it
    public record Entry(CustodyEvent event, OptionalLong leaf, boolean told) {}

    public Custody {
        entries = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.event().at())
                        .thenComparing(entry -> entry.event().state())
                        .thenComparing(entry -> entry.event().number()))
                .toList();
    }

    /// The events of one State, in the order of their numbers.
    public List<CustodyEvent> chainOf(StateCode state) {
        return entries.stream()
                .map(Entry::event)
                .filter(event -> event.state().equals(state))
                .sorted(Comparator.comparing(CustodyEvent::number))
                .toList();
    }

    /// The last event of a State.
    public Optional<CustodyEvent> lastOf(StateCode state) {
        List<CustodyEvent> chain = chainOf(state);
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast());
    }

    /// Where chains are not whole: an event is missing, or one is not the one that its successor names.
    ///
    /// @return the first event behind each break
    public List<CustodyEvent> breaks() {
        List<CustodyEvent> broken = new ArrayList<>();
        for (StateCode state : states()) {
            int number = 0;
            String previous = "";
            for (CustodyEvent event : chainOf(state)) {
                if (event.number() != number + 1 || !event.previous().equals(previous)) {
                    broken.add(event);
                }
                number = event.number();
                previous = event.digest();
            }
        }
        return List.copyOf(broken);
    }

    /// The States that had it, in the order in which they first did.
    public List<StateCode> states() {
        return entries.stream().map(entry -> entry.event().state()).distinct().toList();
    }

    /// Whether the chains are whole and no event tells that the exhibit is not what it should be.
    public boolean isWhole() {
        return breaks().isEmpty()
                && entries.stream().noneMatch(entry -> entry.event().tellsOfABreak());
    }
}
