package comity.cli.words;

import comity.kernel.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/// The texts of a command line in one language: its own, or those of another program for the terminal.
public final class Texts {
    private final Language language;
    private final ResourceBundle bundle;

    private Texts(Class<?> neighbour, Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                neighbour.getPackageName() + ".words",
                language.locale(),
                neighbour.getClassLoader(),
                // The language is chosen by the caller; that of the machine must not slip in.
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Texts in(Language language) {
        return new Texts(Texts.class, language);
    }

    /// @param neighbour a class beside whose package's `words_LANGUAGE.properties` lie
    public static Texts beside(Class<?> neighbour, Language language) {
        return new Texts(neighbour, language);
    }

    /// The language a person wants: what is asked for, else that of the terminal (`LC_ALL`, `LC_MESSAGES`,
    /// `LANG`), else English.
    public static Language wanted(Optional<String> asked, Map<String, String> environment) {
        return asked.flatMap(Language::ofTag).or(() -> ofTerminal(environment)).orElse(Language.ENGLISH);
    }

    private static Optional<Language> ofTerminal(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isBlank()) {
                return Language.ofTag(value.replaceFirst("[.@].*", "").replace('_', '-'));
            }
        }
        return Optional.empty();
    }

    public Language language() {
        return language;
    }

    /// For texts whose place is chosen by a code: an unknown code is shown as it is.
    public String word(String family, String code) {
        try {
            return bundle.getString(family + "." + code);
        } catch (MissingResourceException e) {
            return code;
        }
    }

    /// A text with its places filled.
    public String say(String key, Object... values) {
        // Digits and dates are formatted before they come here, so the locale only chooses the language.
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }

    /// Everything, for the parser's own help pages.
    public ResourceBundle bundle() {
        return bundle;
    }
}
