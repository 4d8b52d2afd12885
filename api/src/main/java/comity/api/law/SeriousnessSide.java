package comity.api.law;

import comity.api.Words;
import org.jspecify.annotations.Nullable;

/// Whether the offence is a serious crime under one law (art. 2(h)).
///
/// @param state whose law
/// @param verdict what its book says
/// @param text it in words, with the penalty
/// @param provision the provision that threatens the most
public record SeriousnessSide(
        String state,

        @Words({"serious", "not-serious", "not-known"}) String verdict,

        String text,
        @Nullable String provision) {}
