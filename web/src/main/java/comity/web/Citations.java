package comity.web;

import comity.kernel.Language;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Articles of the Convention as each language cites them: `42(3)(e)`, `42, par. 3 e)`, `42 (3) (هـ)`.
///
/// In Chinese the words for article and paragraph stand around their numbers and cannot be left to the sentence.
final class Citations {
    private static final Pattern ARTICLE = Pattern.compile("([0-9]+)(?:\\(([0-9]+)\\))?(?:\\(([a-h])\\))?");

    /// The letters that stand for `a` to `h` in Arabic treaties.
    private static final List<String> ABJAD = List.of("أ", "ب", "ج", "د", "هـ", "و", "ز", "ح");

    /// Numbers alone have no direction; in Arabic the paragraph stands to the left of its article.
    private static final char RIGHT_TO_LEFT = '\u200F';

    private Citations() {}

    /// A provision as law's files write it, for a reader of a language. What is no article stays as it is.
    static String in(Language language, String provision) {
        return ARTICLE.matcher(provision).replaceAll(article -> cited(language, article));
    }

    private static String cited(Language language, MatchResult article) {
        String number = article.group(1);
        String paragraph = Objects.requireNonNullElse(article.group(2), "");
        String letter = Objects.requireNonNullElse(article.group(3), "");
        return switch (language) {
            case ENGLISH, RUSSIAN -> article.group();
            case FRENCH -> number + around(", par. ", paragraph, "") + around(" ", letter, ")");
            case SPANISH -> number + around(", párr. ", paragraph, "") + around(" ", letter, ")");
            case CHINESE -> "第 " + number + " 条" + around("第 ", paragraph, " 款") + around("(", letter, ")项");
            case ARABIC -> RIGHT_TO_LEFT + number + around(" (", paragraph, ")") + around(" (", inArabic(letter), ")");
        };
    }

    private static String around(String before, String part, String after) {
        return part.isEmpty() ? "" : before + part + after;
    }

    private static String inArabic(String letter) {
        return letter.isEmpty() ? "" : ABJAD.get(letter.charAt(0) - 'a');
    }
}
