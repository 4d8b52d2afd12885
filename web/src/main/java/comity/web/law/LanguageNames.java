package comity.web.law;

import comity.kernel.Language;
import comity.web.Page;
import comity.web.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What languages are called in the reader's.
public final class LanguageNames {
    private static final Pattern TAGS = Pattern.compile("[a-z]{2,3}(-[A-Za-z]+)*( *, *[a-z]{2,3}(-[A-Za-z]+)*)*");

    private LanguageNames() {}

    /// @param tags such as `fr`
    public static String of(List<String> tags, Page page) {
        return of(tags, page.language());
    }

    private static String of(List<String> tags, Language language) {
        return Wording.listed(
                language,
                tags.stream()
                        .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(language.locale()))
                        .toList());
    }

    /// What a State has told of its languages: by their names where it told tags, else in its own words.
    static String told(String text, Language language) {
        return TAGS.matcher(text).matches() ? of(Arrays.asList(text.split(" *, *")), language) : text;
    }
}
