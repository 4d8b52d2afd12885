package comity.requests.identifiers;

import comity.kernel.Complaint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks one identifier: is it well formed, will a provider find one person with it, and does it look like
/// something it is not?
public final class IdentifierCheck {
    private IdentifierCheck() {}

    public static Checked check(IdentifierType type, String value, IdentifierContext context) {
        if (value.isBlank()) {
            return new Checked(
                    type,
                    "",
                    Optional.empty(),
                    Map.of(),
                    true,
                    List.of(),
                    List.of(Complaint.blocks(context.value(), "identifier-missing")));
        }
        return new Checked(type, value.strip(), Optional.empty(), Map.of(), true, List.of(), List.of());
    }
}
