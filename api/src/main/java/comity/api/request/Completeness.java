package comity.api.request;

import comity.api.Objection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much of what is needed is there.
///
/// @param state the State whose needs are counted; nothing for "any State"
/// @param met how many needs are met
/// @param needed how many there are
/// @param percent the same as a whole number from 0 to 100, rounded down
/// @param missing each need that is not met, and why it is asked
public record Completeness(@Nullable String state, int met, int needed, int percent, List<Objection> missing) {
    public Completeness {
        missing = List.copyOf(missing);
    }
}
