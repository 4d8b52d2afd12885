package comity.api.act;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person at the requested State's desk has seen the request. The requesting State is told at once.
///
/// @param nextUpdateBy when the desk will say more; nothing when it promises no time
public record Acknowledge(@Nullable Instant nextUpdateBy) {}
