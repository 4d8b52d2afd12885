package comity.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The six official languages of the United Nations: every page, letter and refusal exists in each of them.
public enum Language {
    ARABIC("ar", true),
    CHINESE("zh-Hans", false),
    ENGLISH("en", false),
    FRENCH("fr", false),
    RUSSIAN("ru", false),
    SPANISH("es", false);

    private final String tag;
    private final boolean rightToLeft;

    Language(String tag, boolean rightToLeft) {
        this.tag = tag;
        this.rightToLeft = rightToLeft;
    }

    /// The BCP 47 tag, for example `zh-Hans`.
    public String tag() {
        return tag;
    }

    public boolean isRightToLeft() {
        return rightToLeft;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /// The language for a BCP 47 tag; `zh`, `zh-CN` and `fr-CA` find theirs too. Empty for any other language.
    public static Optional<Language> ofTag(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.locale().getLanguage().equals(primary))
                .findFirst();
    }
}
