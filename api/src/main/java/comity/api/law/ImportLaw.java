package comity.api.law;

import org.jspecify.annotations.Nullable;

/// A treaty register, or a State's book of provisions, that is to be published.
///
/// @param text the whole file, JSON or CSV
/// @param state whose book of provisions it is; the treaty register when it is left out
/// @param effectiveFrom the first day (UTC) on which it may be published, for example `2027-04-01`; else today
public record ImportLaw(
        String text, @Nullable String state, @Nullable String effectiveFrom) {}
