package comity.api.act;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Records the order made under the requested State's own law.
///
/// @param reference its national reference
/// @param orderedAt when it was made; now, when nothing is given
public record Order(String reference, @Nullable Instant orderedAt) {}
