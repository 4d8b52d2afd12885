package comity.requests;

import java.util.List;
import java.util.Optional;

/// Some lines of a long list, and where the next ones begin.
///
/// @param next give it back to get the following lines; empty at the end
public record Page<T>(List<T> lines, Optional<String> next) {
    public Page {
        lines = List.copyOf(lines);
    }
}
