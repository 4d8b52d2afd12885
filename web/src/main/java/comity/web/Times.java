package comity.web;

import comity.kernel.DayInWords;
import comity.kernel.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Writes instants for people: in the reader's language and a named zone, never without one.
public final class Times {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
    private static final char POP_ISOLATE = '\u2069';

    private Times() {}

    /// A day and a time to the minute, for example `13 Mar 2027, 02:14`.
    public static String dayAndTime(Instant at, ZoneId zone, Language language) {
        return day(at, zone, language) + between(language) + hour(at, zone);
    }

    private static String between(Language language) {
        return switch (language) {
            case ARABIC -> "، ";
            case CHINESE -> " ";
            case ENGLISH, FRENCH, RUSSIAN, SPANISH -> ", ";
        };
    }

    /// A day in the reader's language, for example `13 mars 2027`. The month is a word in each of them: numbers alone
    /// are read in two ways.
    public static String day(Instant at, ZoneId zone, Language language) {
        return day(at.atZone(zone).toLocalDate(), language);
    }

    /// The same for a day that is no instant.
    public static String day(LocalDate day, Language language) {
        return DayInWords.of(day, language);
    }

    /// Hours and minutes on the clock of a zone, for example `02:14`.
    public static String hour(Instant at, ZoneId zone) {
        return HOUR.format(at.atZone(zone));
    }

    /// The same instant for machines and courts: RFC 3339 in UTC, to the second.
    public static String exact(Instant at) {
        return DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.SECONDS));
    }

    /// The same instant in UTC, short, for example `2027-03-13 01:14 UTC`. In Arabic it is set apart: behind
    /// the name of a month its day and its year would change places.
    public static String utc(Instant at, Language language) {
        String written = UTC.format(at);
        return language.isRightToLeft() ? LEFT_TO_RIGHT_ISOLATE + written + POP_ISOLATE : written;
    }
}
