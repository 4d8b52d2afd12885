package comity.web.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A form that somebody sent from a page of an earlier session: theirs had run out, or they had signed
/// in or out in another tab. It is kept and offered back to the same person, so that nothing typed is
/// lost.
public record KeptForm(UUID id, UUID account, String path, Map<String, List<String>> fields, Instant at) {
    /// Whether it was typed into a page that can be shown again with it; a lone button has none.
    public boolean hasPage() {
        return fields.containsKey("page");
    }
}
