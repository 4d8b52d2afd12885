package comity.directory;

import comity.kernel.Language;
import java.util.Map;

/// A text that a State has given in some languages.
final class Texts {
    private Texts() {}

    /// In the wanted language, else in English, else in whatever language there is; empty when there is none.
    static String in(Language language, Map<String, String> texts) {
        String wanted = texts.get(language.tag());
        if (wanted != null) {
            return wanted;
        }
        String english = texts.get(Language.ENGLISH.tag());
        return english != null ? english : texts.values().stream().findFirst().orElse("");
    }
}
