package comity.requests.preservation;

import comity.kernel.StateCode;
import comity.requests.Side;
import java.util.Optional;

/// Which cases a list shall show. An empty part narrows nothing.
///
/// @param state the word of a state
/// @param with the other State
/// @param text the beginning of a reference
public record CaseFilter(Optional<Side> side, Optional<String> state, Optional<StateCode> with, Optional<String> text) {
    public static CaseFilter all() {
        return new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
