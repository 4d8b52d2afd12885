package comity.web;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import comity.kernel.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// What the argument of a text says to its reader: a code as a word, an article as the language cites it.
///
/// Rules speak in codes, which are the same in every State. A sentence with a code in it speaks only to those who know
/// the program.
public final class Wording {
    private final Messages messages;
    private final Language language;

    Wording(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    /// The words for one argument; any that is not a code stays as it was given.
    String of(String name, String value) {
        return switch (name) {
            case "provision", "article" -> Citations.in(language, value);
            case "found" -> word("form.items.type." + value, value);
            case "use" -> word("address-use." + value, value);
            case "accepted" -> all(value.split(" "), this::nameOfLanguage);
            case "scripts" -> all(value.split(", "), this::nameOfScript);
            default -> value;
        };
    }

    private String word(String key, String otherwise) {
        return messages.has(key) ? messages.text(language, key) : otherwise;
    }

    private String nameOfLanguage(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(language.locale());
    }

    private String nameOfScript(String name) {
        int script = UScript.getCodeFromName(name.replace(' ', '_'));
        return script == UScript.INVALID_CODE
                ? name
                : ULocale.getDisplayScript("und_" + UScript.getShortName(script), ULocale.forLocale(language.locale()));
    }

    private String all(String[] codes, UnaryOperator<String> name) {
        return listed(language, Arrays.stream(codes).map(name).toList());
    }

    /// Words as a language lists them: `a, b et c`, `a、b和c`.
    public static String listed(Language language, List<String> words) {
        return ListFormatter.getInstance(language.locale()).format(words);
    }

    /// In French a space that does not break stands before it; in Chinese it is wide and has none after it.
    static String colon(Language language) {
        return switch (language) {
            case FRENCH -> "\u00a0: ";
            case CHINESE -> "\uff1a";
            case ARABIC, ENGLISH, RUSSIAN, SPANISH -> ": ";
        };
    }
}
