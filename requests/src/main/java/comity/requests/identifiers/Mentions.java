package comity.requests.identifiers;

import java.util.List;

/// Finds identifiers in whatever a person pastes: log lines, mail headers, invoices, notes.
public final class Mentions {
    private Mentions() {}

    public static List<Mention> in(String pasted) {
        return List.of();
    }
}
