package comity.api.law;

import java.time.LocalDate;
import java.util.List;

/// What somebody would have the registry publish. Another person of the secretariat decides.
///
/// @param id its number at the registry
/// @param subject what it would change, for example `book/treaties`
/// @param effectiveFrom the first day on which it may be published
/// @param page where it is decided, below the registry's address
/// @param differences from what is published now, the first of them
/// @param more how many differences are left out
public record ProposedChange(
        String id, String subject, LocalDate effectiveFrom, String page, List<Difference> differences, int more) {
    /// One difference.
    ///
    /// @param where the names of the fields on the way
    /// @param former what stands there; empty when it is new
    /// @param next what is to stand there; empty when it is taken away
    public record Difference(List<String> where, String former, String next) {
        public Difference {
            where = List.copyOf(where);
        }
    }

    public ProposedChange {
        differences = List.copyOf(differences);
    }
}
