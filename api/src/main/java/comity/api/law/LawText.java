package comity.api.law;

import comity.api.Words;

/// A provision's words in one language.
///
/// @param language BCP 47 tag
/// @param standing whether it is the law itself or a translation
/// @param standingText the same in words
/// @param title the heading
/// @param text the wording
public record LawText(
        String language,

        @Words({"original", "official", "unofficial", "unverified"})
        String standing,

        String standingText,
        String title,
        String text) {}
