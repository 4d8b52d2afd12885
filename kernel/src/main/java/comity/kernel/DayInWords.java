package comity.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// A day as the reader's language writes it, for example `13 mars 2027`. The month is a word in each of them: numbers
/// alone are read in two ways.
public final class DayInWords {
    private static final String FIRST = "1 ";

    private DayInWords() {}

    public static String of(LocalDate day, Language language) {
        FormatStyle style = language == Language.ARABIC ? FormatStyle.LONG : FormatStyle.MEDIUM;
        String written = DateTimeFormatter.ofLocalizedDate(style)
                .withLocale(language == Language.ENGLISH ? Locale.UK : language.locale())
                .format(day);
        // The first of a month is an ordinal in French, and no other day is.
        return language == Language.FRENCH && written.startsWith(FIRST)
                ? "1er " + written.substring(FIRST.length())
                : written;
    }
}
