package comity.api.act;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Records that the domestic order was renewed, so that the data stays kept.
///
/// @param reference the national reference of the renewal
/// @param orderedAt when it was renewed; now, when nothing is given
public record RenewOrder(String reference, @Nullable Instant orderedAt) {}
