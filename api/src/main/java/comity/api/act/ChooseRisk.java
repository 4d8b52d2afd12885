package comity.api.act;

import comity.api.Words;
import org.jspecify.annotations.Nullable;

/// Decides, after the requested State warned that preservation may not work (art. 42(7)), whether it shall go on.
///
/// @param choice the decision
/// @param note anything else to say
public record ChooseRisk(
        @Words({"continue", "withdraw"}) String choice,
        @Nullable String note) {}
