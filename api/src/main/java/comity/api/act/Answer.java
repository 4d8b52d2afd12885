package comity.api.act;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives the requested State what it asked for.
///
/// @param fields the asked fields: JSON pointer into the document, and what is now written there
/// @param note anything else to say
public record Answer(Map<String, Object> fields, @Nullable String note) {}
