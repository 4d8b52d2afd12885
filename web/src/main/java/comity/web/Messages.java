package comity.web;

import com.ibm.icu.text.MessageFormat;
import comity.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Every text that people see, in six languages.
///
/// Texts are ICU message patterns with named arguments, such as
/// `{count, plural, one {# request} other {# requests}}`: one file per area of the pages and language. In
/// Arabic a text argument is set apart by Unicode isolates, so that a reference or an address keeps its own
/// direction inside the sentence.
public final class Messages {
    /// The areas; each has one file per language.
    public static final List<String> AREAS = List.of(
            "shell",
            "people",
            "desk",
            "requests",
            "form",
            "acts",
            "complaints",
            "directory",
            "ledger",
            "oversight",
            "verify",
            "print",
            "registry",
            "exhibits",
            "emergencies",
            "law",
            "match",
            "api");

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, ConcurrentMap<String, MessageFormat>> formats = new EnumMap<>(Language.class);

    private Messages() {}

    /// Reads all files from the class path.
    public static Messages load() {
        Messages messages = new Messages();
        for (Language language : Language.values()) {
            Map<String, String> texts = new TreeMap<>();
            for (String area : AREAS) {
                texts.putAll(file(area, language));
            }
            messages.patterns.put(language, texts);
            messages.formats.put(language, new ConcurrentHashMap<>());
        }
        return messages;
    }

    /// One area's texts in one language, as patterns by key; empty when nobody has written them yet.
    public static Map<String, String> file(String area, Language language) {
        String name =
                "messages/%s_%s.properties".formatted(area, language.locale().getLanguage());
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                return Map.of();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> texts = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    /// Whether a key has a text.
    public boolean has(String key) {
        return english().containsKey(key);
    }

    public Set<String> keys() {
        return english().keySet();
    }

    /// The text of a key. Arguments come in pairs: name, value. An unknown key shows itself in brackets: at three
    /// in the morning a page with one odd word is better than no page.
    public String text(Language language, String key, Object... namesAndValues) {
        String pattern = patterns(language).get(key);
        Language written = pattern == null ? Language.ENGLISH : language;
        if (pattern == null) {
            pattern = english().get(key);
        }
        if (pattern == null) {
            return "[" + key + "]";
        }
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        return filled(written, key, pattern, arguments(language, namesAndValues));
    }

    private String filled(Language language, String key, String pattern, Map<String, Object> arguments) {
        ConcurrentMap<String, MessageFormat> made = formats.get(language);
        if (made == null) {
            throw new IllegalStateException("No formats for " + language);
        }
        MessageFormat format = made.computeIfAbsent(key, _ -> new MessageFormat(pattern, language.locale()));
        synchronized (format) {
            return format.format(arguments);
        }
    }

    private Map<String, Object> arguments(Language language, Object... namesAndValues) {
        Wording wording = new Wording(this, language);
        Map<String, Object> arguments = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            String name = namesAndValues[i].toString();
            Object value = namesAndValues[i + 1];
            arguments.put(name, value instanceof Number ? value : set(language, wording.of(name, value.toString())));
        }
        return arguments;
    }

    private static String set(Language language, String text) {
        return language.isRightToLeft() ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
    }

    private Map<String, String> patterns(Language language) {
        return patterns.getOrDefault(language, Map.of());
    }

    private Map<String, String> english() {
        return patterns(Language.ENGLISH);
    }
}
