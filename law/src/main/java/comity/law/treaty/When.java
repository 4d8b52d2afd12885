package comity.law.treaty;

import comity.law.LawDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// A day as far as it is known. A newspaper says *in February*; the depositary says the day.
///
/// @param earliest the first day it can have been
/// @param latest the last day it can have been; the same when the day is known. What is reckoned is reckoned from this
///     one, so that nobody is held bound too early
public record When(LocalDate earliest, LocalDate latest) implements Comparable<When> {
    private static final int A_MONTH = "2026-02".length();

    public When {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("the last day " + latest + " is before the first, " + earliest);
        }
    }

    public static When on(LocalDate day) {
        return new When(day, day);
    }

    /// Reads `2026-02-13`, the month `2026-02`, or two days with a stroke between, `2025-10-27/2026-01-31` (ISO 8601).
    ///
    /// @throws IllegalArgumentException saying what is wrong; a day that no calendar has is wrong
    public static When parse(String text) {
        int stroke = text.indexOf('/');
        if (stroke >= 0) {
            return new When(day(text, text.substring(0, stroke)), day(text, text.substring(stroke + 1)));
        }
        if (text.length() == A_MONTH) {
            LocalDate first = day(text, text + "-01");
            return new When(first, YearMonth.from(first).atEndOfMonth());
        }
        return on(day(text, text));
    }

    private static LocalDate day(String whole, String part) {
        return LawDays.read(part)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be a day such as 2026-02-13, a month such as 2026-02, or two days with / between, not "
                                + whole));
    }

    public boolean isExact() {
        return earliest.equals(latest);
    }

    /// The day, when it is known.
    public Optional<LocalDate> day() {
        return isExact() ? Optional.of(latest) : Optional.empty();
    }

    private boolean isMonth() {
        return earliest.getDayOfMonth() == 1
                && latest.equals(YearMonth.from(earliest).atEndOfMonth());
    }

    @Override
    public int compareTo(When other) {
        int byLatest = latest.compareTo(other.latest);
        return byLatest != 0 ? byLatest : earliest.compareTo(other.earliest);
    }

    /// The form that [#parse] reads.
    @Override
    public String toString() {
        if (isExact()) {
            return latest.toString();
        }
        return isMonth() ? YearMonth.from(earliest).toString() : earliest + "/" + latest;
    }
}
