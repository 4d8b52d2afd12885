package comity.api.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that only its own State has seen.
///
/// @param id the draft's stable id (UUID); in every path it can stand for the reference
/// @param reference the reference, once it is given; nothing before
/// @param requestedState the State that shall be asked
/// @param language the language it is written in (BCP 47)
/// @param version grows with every save; the same number is the entity tag
/// @param savedAt when it was last saved
/// @param document everything as it was typed; nothing is lost because it is wrong
/// @param reading what is wrong, what is missing, how complete it is
/// @param links where to go from here
public record Draft(
        String id,
        @Nullable String reference,
        String requestedState,
        String language,
        long version,
        Instant savedAt,
        Map<String, Object> document,
        Reading reading,
        List<comity.api.Link> links) {}
