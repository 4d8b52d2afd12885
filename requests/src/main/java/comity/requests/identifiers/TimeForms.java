package comity.requests.identifiers;

import comity.kernel.WrittenTime.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The forms in which logs, mails and people write a time. Every form gives a wall clock and, where it has one,
/// the zone it carries; what the wall clock means is for [TimeReader].
final class TimeForms {
    private static final String CLOCK =
            "(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)?"
                    + "(?:\\s*(?<half>[AaPp])\\.?[Mm]\\.?)?";
    private static final String ZONE =
            "(?:\\s*(?<zone>Z|[+\\u2212-][0-9]{1,2}(?::?[0-9]{2})?|(?:UTC|GMT)(?:[+-][0-9:]{1,5})?|[A-Z]{2,5}"
                    + "|\\[?[A-Za-z_]+/[A-Za-z_/+-]+]?))?(?:\\s*\\([^)]*\\))?";
    private static final String WEEKDAY = "(?:\\p{L}{2,12}\\.?,?\\s+)?";
    private static final String NAME = "(?<name>\\p{L}{2,}[\\p{L}\\p{M}.]*)";

    /// `2027-03-13T01:03:45.120+01:00`, `2027/03/13 01:03`, `20270313T010345Z` after [#spread].
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>[0-9]{4})(?<mark>[-/.])(?<a>[0-9]{1,2})\\k<mark>(?<b>[0-9]{1,2})(?:[T ,;_]\\s*"
                    + CLOCK + ZONE + ")?");
    /// `13/03/2027 01:03:45`, `13.3.2027`, `3/13/2027 1:03 AM`.
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<a>[0-9]{1,2})(?<mark>[-/.])(?<b>[0-9]{1,2})\\k<mark>(?<year>[0-9]{2}|[0-9]{4})"
                    + "(?:[T ,;]\\s*" + CLOCK + ZONE + ")?");
    /// `Sat, 13 Mar 2027 01:03:45 +0100`, `13/Mar/2027:01:03:45 +0100`, `13 de marzo de 2027 01:03`.
    private static final Pattern DAY_NAME = Pattern.compile(WEEKDAY
            + "(?<a>[0-9]{1,2})(?:er|\\.|st|nd|rd|th)?[\\s/-]+(?:de\\s+)?"
            + NAME + "[\\s/,-]+(?:de\\s+)?(?<year>[0-9]{4})(?:\\s*(?:г\\.?|года))?(?:[\\s:,T]+(?:at\\s+|à\\s+|в\\s+)?"
            + CLOCK
            + ZONE + ")?");
    /// `March 13, 2027 1:03:45 AM`.
    private static final Pattern NAME_DAY = Pattern.compile(WEEKDAY + NAME
            + "\\s+(?<a>[0-9]{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>[0-9]{4})(?:[\\s,]+(?:at\\s+)?" + CLOCK + ZONE + ")?");
    /// `Sat Mar 13 01:03:45 2027`, with a zone before the year as some systems put it.
    private static final Pattern YEAR_AT_END =
            Pattern.compile(WEEKDAY + NAME + "\\s+(?<a>[0-9]{1,2})\\s+" + CLOCK + ZONE + "\\s+(?<year>[0-9]{4})");
    /// `2027年3月13日 01:03:45`.
    private static final Pattern CHINESE =
            Pattern.compile("(?<year>[0-9]{4})\\s*年\\s*(?<a>[0-9]{1,2})\\s*月\\s*(?<b>[0-9]{1,2})" + "\\s*日(?:\\s*"
                    + CLOCK + ZONE + ")?");
    /// `Mar 13 01:03:45`: what syslog writes, without a year.
    private static final Pattern WITHOUT_YEAR =
            Pattern.compile(NAME + "\\s+[0-9]{1,2}\\s+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?.*");

    private static final Pattern CLOSE =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})T?([0-9]{2})([0-9]{2})([0-9]{2})(.*)");

    private TimeForms() {}

    /// What the text says, or nothing when it is in none of the forms.
    static Optional<ClockText> read(String text) {
        String spread = spread(text);
        try {
            return yearFirst(YEAR_FIRST.matcher(spread))
                    .or(() -> yearLast(YEAR_LAST.matcher(spread)))
                    .or(() -> yearFirst(CHINESE.matcher(spread)))
                    .or(() -> named(DAY_NAME.matcher(spread)))
                    .or(() -> named(NAME_DAY.matcher(spread)))
                    .or(() -> named(YEAR_AT_END.matcher(spread)));
        } catch (DateTimeException e) {
            // The form fits and the numbers do not: a thirteenth month, the 31st of April.
            return Optional.empty();
        }
    }

    static boolean lacksYear(String text) {
        return WITHOUT_YEAR.matcher(text).matches();
    }

    static boolean hasShortYear(String text) {
        Matcher form = YEAR_LAST.matcher(text);
        return form.matches() && form.group("year").length() == 2;
    }

    private static String spread(String text) {
        Matcher close = CLOSE.matcher(text.replaceAll("^\\[(.*)]$", "$1"));
        return close.matches()
                ? close.replaceFirst("$1-$2-$3T$4:$5:$6$7")
                : text.replaceAll("^\\[(.*)]$", "$1").replaceAll("\\s+", " ");
    }

    private static Optional<ClockText> yearFirst(Matcher form) {
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(clockText(form, date(form, number(form, "a"), number(form, "b")), Optional.empty()));
    }

    /// Points stand between day and month in that order. With strokes and hyphens half the world means the month
    /// first, so both readings are kept unless only one is a date.
    private static Optional<ClockText> yearLast(Matcher form) {
        if (!form.matches() || form.group("year").length() != 4) {
            return Optional.empty();
        }
        int a = number(form, "a");
        int b = number(form, "b");
        boolean dayFirst = form.group("mark").equals(".") || a > 12;
        boolean both = !dayFirst && b <= 12 && a != b;
        if (both) {
            return Optional.of(clockText(form, date(form, b, a), Optional.of(date(form, a, b))));
        }
        LocalDate only = dayFirst || a == b ? date(form, b, a) : date(form, a, b);
        return Optional.of(clockText(form, only, Optional.empty()));
    }

    private static Optional<ClockText> named(Matcher form) {
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<Month> month = MonthNames.find(form.group("name"));
        return month.map(found -> clockText(form, date(form, found.getValue(), number(form, "a")), Optional.empty()));
    }

    private static LocalDate date(Matcher form, int month, int day) {
        return LocalDate.of(number(form, "year"), month, day);
    }

    private static ClockText clockText(Matcher form, LocalDate date, Optional<LocalDate> other) {
        @Nullable String hour = form.group("hour");
        if (hour == null) {
            return new ClockText(date.atStartOfDay(), "", Precision.DAY, other.map(LocalDate::atStartOfDay));
        }
        LocalTime time = LocalTime.of(hour(form, hour), number(form, "minute"), second(form), nanos(form));
        @Nullable String zone = form.group("zone");
        return new ClockText(
                date.atTime(time), zone == null ? "" : zone, precision(form), other.map(day -> day.atTime(time)));
    }

    private static int hour(Matcher form, String written) {
        int hour = Integer.parseInt(written);
        @Nullable String half = form.group("half");
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("No such hour in half a day");
        }
        return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    private static int second(Matcher form) {
        return form.group("second") == null ? 0 : number(form, "second");
    }

    private static int nanos(Matcher form) {
        @Nullable String fraction = form.group("fraction");
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static Precision precision(Matcher form) {
        if (form.group("second") == null) {
            return Precision.MINUTE;
        }
        return form.group("fraction") == null ? Precision.SECOND : Precision.FRACTION;
    }

    private static int number(Matcher form, String group) {
        return Integer.parseInt(form.group(group));
    }

    /// The wall clock again, in the form that nobody misreads.
    static String iso(LocalDateTime local) {
        return local.withNano(0).toString().replace('T', ' ');
    }
}
