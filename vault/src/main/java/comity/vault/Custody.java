package comity.vault;

import comity.kernel.StateCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Everything that happened to one exhibit as this node knows it, in the order of time: its own events and
/// those that the other State has told.
///
/// @param withheld events of the other State that it did not tell: only their digests, so that its chain can be
/// followed
public record Custody(List<Entry> entries, List<Withheld> withheld) {
    /// An event and where it is committed.
    ///
    /// @param leaf its place in this node's ledger: of the event itself when it is ours, of the letter that told it
    ///     when it is theirs; empty when it is not committed yet
    /// @param told whether the other State told it
    public record Entry(CustodyEvent event, OptionalLong leaf, boolean told) {}

    /// An event that its State keeps to itself.
    ///
    /// @param digest of its bytes, in hex
    public record Withheld(StateCode state, int number, String digest) {}

    public Custody {
        withheld = List.copyOf(withheld);
        entries = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.event().at())
                        // At one moment, as clocks show it, whoever collected it comes first.
                        .thenComparing(entry -> !entry.event()
                                .state()
                                .equals(entry.event().exhibit().state()))
                        .thenComparing(entry -> entry.event().state())
                        .thenComparing(entry -> entry.event().number()))
                .toList();
    }

    /// Of events that are all known.
    public Custody(List<Entry> entries) {
        this(entries, List.of());
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
            Map<Integer, String> digests = digestsOf(state);
            for (CustodyEvent event : chainOf(state)) {
                String before = event.number() == 1 ? "" : digests.get(event.number() - 1);
                if (!event.previous().equals(before)) {
                    broken.add(event);
                }
            }
        }
        return List.copyOf(broken);
    }

    /// How many events of a State are known, those that it keeps to itself included.
    public int lengthOf(StateCode state) {
        return digestsOf(state).size();
    }

    /// The digest of an event, in hex.
    public Optional<String> digestOf(StateCode state, int number) {
        return Optional.ofNullable(digestsOf(state).get(number));
    }

    private Map<Integer, String> digestsOf(StateCode state) {
        Map<Integer, String> digests = new HashMap<>();
        withheld.stream()
                .filter(event -> event.state().equals(state))
                .forEach(event -> digests.put(event.number(), event.digest()));
        chainOf(state).forEach(event -> digests.put(event.number(), event.digest()));
        return digests;
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
