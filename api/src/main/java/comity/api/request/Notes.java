package comity.api.request;

import java.time.Instant;
import java.util.List;

/// Notes among colleagues of one State, the oldest first. No letter is ever made from them.
///
/// @param notes what was said
public record Notes(List<Note> notes) {
    public Notes {
        notes = List.copyOf(notes);
    }

    /// One note.
    ///
    /// @param at when
    /// @param person the pseudonym of who said it
    /// @param role in which role
    /// @param text what was said
    public record Note(Instant at, String person, String role, String text) {}
}
