package comity.law.words;

import comity.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The words for the law's codes in every language, read once.
/// A text may have places, `{article}`, which are filled by name. There are no plural forms and no quotes to
/// escape, so that whoever formats with ICU message patterns may use the texts as they are.
public final class LawWords {
    /// The files; each exists in every language.
    public static final List<String> AREAS = List.of("elements", "guide", "gaps", "book");

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    private LawWords() {}

    /// Reads all files from the class path.
    public static LawWords load() {
        LawWords words = new LawWords();
        for (Language language : Language.values()) {
            Map<String, String> all = new HashMap<>();
            AREAS.forEach(area -> all.putAll(file(area, language)));
            words.texts.put(language, Map.copyOf(all));
        }
        return words;
    }

    /// One file's texts by key.
    public static Map<String, String> file(String area, Language language) {
        String name = "%s_%s.properties".formatted(area, language.locale().getLanguage());
        try (@Nullable InputStream in = LawWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " does not exist");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> found = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> found.put(key, properties.getProperty(key)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    public Optional<String> find(Language language, String key) {
        return Optional.ofNullable(texts.getOrDefault(language, Map.of()).get(key));
    }

    /// A text with its places filled; arguments come in pairs: name, value. A value is set apart in Arabic,
    /// and where it is written from right to left itself, so that it keeps its own direction.
    public String text(Language language, String key, Object... namesAndValues) {
        String text = find(language, key).orElse("[" + key + "]");
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            String value = String.valueOf(namesAndValues[i + 1]);
            text = text.replace("{" + namesAndValues[i] + "}", apart(language, value));
        }
        return text;
    }

    private static String apart(Language language, String value) {
        return language.isRightToLeft() || isRightToLeft(value) ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value;
    }

    private static boolean isRightToLeft(String value) {
        return Bidi.requiresBidi(value.toCharArray(), 0, value.length());
    }

    /// What is wrong with a book or a register that was given; empty for a code without words.
    public Optional<String> complaint(Language language, String code, Object... namesAndValues) {
        String key = "book." + code;
        return find(language, key).map(_ -> text(language, key, namesAndValues));
    }

    /// An offence's name, for example of `unc.10`.
    public String offence(Language language, String id) {
        return text(language, "offence." + id);
    }

    /// An element's name, for example of `unc.10/serious-hindering`.
    public String element(Language language, String id) {
        return text(language, "element." + id.replace('/', '.'));
    }

    /// An element in one plain sentence.
    public String plainly(Language language, String id) {
        return text(language, "element." + id.replace('/', '.') + ".plain");
    }

    /// A further fact that a law demands; empty when it has no word, and then the law's own wording must do.
    public Optional<String> fact(Language language, String demand) {
        return find(language, "fact." + demand);
    }
}
