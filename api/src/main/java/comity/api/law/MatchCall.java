package comity.api.law;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Conduct to be laid beside two laws.
///
/// @param conduct what was done, as docs/protocol/national-law-book.md writes it
/// @param from the State that would ask
/// @param to the State that would be asked
/// @param on the day on which the provisions must apply, for example `2027-03-13`; else today
/// @param measure what would be asked, for example `stored-data`; with it the answer says whether dual criminality
///     matters
public record MatchCall(
        Map<String, Object> conduct,
        String from,
        String to,
        @Nullable String on,
        @Nullable String measure) {
    public MatchCall {
        conduct = Map.copyOf(conduct);
    }
}
