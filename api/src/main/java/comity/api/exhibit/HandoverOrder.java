package comity.api.exhibit;

import comity.api.Words;
import org.jspecify.annotations.Nullable;

/// What allows an exhibit to be handed over.
///
/// @param reference the decision at home
/// @param article the article that it serves
/// @param item which item of the request it answers
/// @param conditions for what it may be used and for what not
public record HandoverOrder(
        String reference,
        @Words({"unc.44", "unc.43"}) String article,
        @Nullable String item,
        @Nullable String conditions) {}
