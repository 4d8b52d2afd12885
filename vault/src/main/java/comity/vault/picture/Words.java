package comity.vault.picture;

import comity.kernel.Language;
import java.text.Bidi;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/// The picture's own texts in one language.
final class Words {
    private static final String BUNDLE = "comity.vault.picture.words";
    private static final String APART = "\u2068";
    private static final String TOGETHER = "\u2069";

    private final Language language;
    private final ResourceBundle bundle;

    private Words(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                Words.class.getClassLoader(),
                // The reader's language counts; that of the machine must not slip in.
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Words in(Language language) {
        return new Words(language);
    }

    Language language() {
        return language;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /// The word for a code, when there is one.
    Optional<String> word(String family, String code) {
        try {
            return Optional.of(bundle.getString(family + "." + code));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /// A text with its places filled. What is filled in keeps its own direction of writing: a date or a
    /// Latin name in an Arabic sentence would else be torn apart.
    String say(String key, Object... values) {
        Object[] filled =
                Arrays.stream(values).map(value -> apart(String.valueOf(value))).toArray();
        // Digits are written before they come here, so the locale only chooses the language.
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(filled);
    }

    private String apart(String value) {
        int direction = language.isRightToLeft() ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT;
        Bidi writing = new Bidi(value, direction);
        boolean ours = language.isRightToLeft() ? writing.isRightToLeft() : writing.isLeftToRight();
        boolean number = value.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        return ours || number ? value : APART + value + TOGETHER;
    }
}
