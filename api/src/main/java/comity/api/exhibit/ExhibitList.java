package comity.api.exhibit;

import java.util.List;

/// The exhibits of a request, the oldest first.
///
/// @param exhibits one line for each
public record ExhibitList(List<ExhibitSummary> exhibits) {
    public ExhibitList {
        exhibits = List.copyOf(exhibits);
    }
}
