package comity.api.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request file to be read and not kept.
///
/// @param requestedState the State whose needs it is measured against; nothing when the document names it
/// @param document every field as it was typed
public record LintCall(@Nullable String requestedState, Map<String, Object> document) {}
