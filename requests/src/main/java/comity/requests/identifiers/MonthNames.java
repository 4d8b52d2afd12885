package comity.requests.identifiers;

import comity.kernel.Language;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names of the months in the six languages, long and short.
final class MonthNames {
    private static final Map<String, Month> NAMES = new HashMap<>();

    static {
        List<TextStyle> styles =
                List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);
        for (Language language : Language.values()) {
            for (Month month : Month.values()) {
                for (TextStyle style : styles) {
                    String name = plain(month.getDisplayName(style, language.locale()));
                    if (!name.isEmpty() && !Character.isDigit(name.charAt(0))) {
                        NAMES.putIfAbsent(name, month);
                    }
                }
            }
        }
        NAMES.put("sept", Month.SEPTEMBER);
    }

    private MonthNames() {}

    static Optional<Month> find(String name) {
        return Optional.ofNullable(NAMES.get(plain(name)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(".", "").strip();
    }
}
