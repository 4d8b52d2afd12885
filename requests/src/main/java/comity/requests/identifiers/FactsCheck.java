package comity.requests.identifiers;

import comity.kernel.Complaint;
import comity.law.DraftingPolicy;
import java.util.List;

/// Looks at a statement of facts: its length, and what must not stand in it.
public final class FactsCheck {
    private FactsCheck() {}

    /// @param pointer the field, for example `/facts`
    public static List<Complaint> check(String pointer, String text, DraftingPolicy policy) {
        return List.of();
    }
}
