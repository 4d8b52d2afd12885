package comity.requests.identifiers;

import comity.kernel.Complaint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An identifier after the check.
///
/// @param type what it was given as
/// @param normalised the one form that is sent and compared; the typed text when nothing could be made of it
/// @param decoded another form that a person should see beside it, for example a domain with its letters decoded
/// @param parts what was found inside, for example `chain` and `network`, `port`, or `country`
/// @param keepable whether the typed text may be stored; false for a full card number, of which only
///     [#normalised] may
/// @param lookalikes signs that can be taken for others, in the order they stand
/// @param complaints all that is wrong or doubtful, at once
public record Checked(
        IdentifierType type,
        String normalised,
        Optional<String> decoded,
        Map<String, String> parts,
        boolean keepable,
        List<Lookalike> lookalikes,
        List<Complaint> complaints) {
    public Checked {
        parts = Map.copyOf(parts);
        lookalikes = List.copyOf(lookalikes);
        complaints = List.copyOf(complaints);
    }

    public boolean isUsable() {
        return !Complaint.anyBlocks(complaints);
    }
}
