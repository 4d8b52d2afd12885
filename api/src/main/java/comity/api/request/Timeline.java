package comity.api.request;

import comity.api.ledger.LedgerPlace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happened to a request, the oldest first. Every event has a place in this node's ledger.
///
/// @param reference the request
/// @param events what happened
public record Timeline(String reference, List<Event> events) {
    public Timeline {
        events = List.copyOf(events);
    }

    /// One thing that happened.
    ///
    /// @param number 1 for the first, without gaps
    /// @param at when
    /// @param kind its stable name, for example `preserved`
    /// @param text the same in words
    /// @param by the role that did it, or `system`; never a person's name
    /// @param byState the State that did it
    /// @param details what the text names, for example `until`
    /// @param place where it stands in this node's ledger
    /// @param peerPlace where the letter that told of it stands in the other State's ledger, once its receipt
    ///     came
    public record Event(
            int number,
            Instant at,
            String kind,
            String text,
            String by,
            String byState,
            Map<String, String> details,
            @Nullable LedgerPlace place,
            @Nullable LedgerPlace peerPlace) {
        public Event {
            details = Map.copyOf(details);
        }
    }
}
