package comity.requests;

import comity.kernel.StateCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Everything that happened to one request as this node knows it, oldest first. Nothing is ever taken out.
public record Timeline(List<Entry> entries) {
    public Timeline {
        entries = List.copyOf(entries);
    }

    /// One event.
    ///
    /// @param number 1 for the first; without gaps
    /// @param by whose act it was
    /// @param role the role it was done in; `system` for what a clock or a letter did by itself
    /// @param event its word, for example `sent`
    /// @param details what the text of the event names, for example `until`
    /// @param leaf its place in this node's ledger; empty for what is never committed there
    public record Entry(
            int number,
            Instant at,
            StateCode by,
            String role,
            String event,
            Map<String, String> details,
            OptionalLong leaf) {
        public Entry {
            details = Map.copyOf(details);
        }
    }
}
