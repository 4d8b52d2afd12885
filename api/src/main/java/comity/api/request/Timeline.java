package comity.api.request;

import comity.api.ledger.LedgerPlace;
import java.time.Instant;
import java.util.List;
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
    /// @param at when
    /// @param kind its stable name, for example `preserved`
    /// @param text the same in words
    /// @param by the role that did it, or `system`; never a person's name
    /// @param byState the State that did it
    /// @param state where the request stood after it
    /// @param place where it stands in this node's ledger
    /// @param peerPlace where the letter that told of it stands in the other State's ledger, once its receipt came
    public record Event(
            Instant at,
            String kind,
            @Nullable String text,
            @Nullable String by,
            @Nullable String byState,
            @Nullable String state,
            @Nullable LedgerPlace place,
            @Nullable LedgerPlace peerPlace) {}
}
