package comity.api.emergency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file with a request for data to avert an emergency, to be read and not kept.
///
/// @param requestedState the State that would be asked; nothing when the document names it
/// @param document every field as it was typed
public record LintEmergency(@Nullable String requestedState, Map<String, Object> document) {}
