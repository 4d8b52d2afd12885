package comity.api.act;

import comity.api.Words;
import org.jspecify.annotations.Nullable;

/// Answers the wish for more time.
///
/// @param answer whether it is granted
/// @param days how many days are granted; with `grant` only
/// @param ground the code of the ground; with `refuse` only
/// @param nationalLaw the provision of one's own law, if one applies; with `refuse` only
/// @param reasons why; with `refuse` only
public record AnswerExtension(
        @Words({"grant", "refuse"}) String answer,
        @Nullable Integer days,
        @Nullable String ground,
        @Nullable String nationalLaw,
        @Nullable String reasons) {}
