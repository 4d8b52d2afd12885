package comity.api.request;

import comity.api.Link;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A request that only its own State has seen.
///
/// @param id the draft's stable id (UUID)
/// @param reference the reference that both States will use, for example `XA.PRS.2027.000318-W`
/// @param requestedState the State that shall be asked
/// @param language the language it is written in (BCP 47)
/// @param version grows with every save; the same number is the entity tag
/// @param savedAt when it was last saved
/// @param asked the fields the requested State asked for, as JSON pointers; empty for a draft that was never sent
/// @param document everything as it was typed; nothing is lost because it is wrong
/// @param reading what is wrong, what is missing, how complete it is
/// @param links where to go from here
public record Draft(
        String id,
        String reference,
        String requestedState,
        String language,
        long version,
        Instant savedAt,
        List<String> asked,
        Map<String, Object> document,
        Reading reading,
        List<Link> links) {
    public Draft {
        asked = List.copyOf(asked);
        links = List.copyOf(links);
    }
}
