package comity.api.exhibit;

import comity.api.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What allows an exhibit to be handed over.
///
/// @param reference the decision at home
/// @param article the article that it serves
/// @param item which item of the request it answers
/// @param conditions for what it may be used and for what not
/// @param keepUntil the last day on which it may be kept; nothing is deleted by itself when it has passed
public record HandoverOrder(
        String reference,
        @Words({"unc.44", "unc.43", "unc.41"}) String article,
        @Nullable String item,
        @Nullable String conditions,
        @Nullable LocalDate keepUntil) {}
