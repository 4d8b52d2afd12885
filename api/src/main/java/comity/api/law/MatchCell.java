package comity.api.law;

import comity.api.Words;
import org.jspecify.annotations.Nullable;

/// What one law says to one element.
///
/// @param verdict how it stands
/// @param text the same in words
/// @param citation where it says so
/// @param wording the words that do it, in the law's own language
/// @param fact the further fact that it demands
public record MatchCell(
        @Words({"covered", "fact-to-state", "not-demanded", "lacking", "not-known", "ruled-out", "exempt", "not-raised"
        })
        String verdict,

        String text,
        @Nullable String citation,
        @Nullable String wording,
        @Nullable String fact) {}
