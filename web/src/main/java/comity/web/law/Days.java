package comity.web.law;

import comity.kernel.DayInWords;
import comity.kernel.Language;
import comity.law.treaty.When;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/// Days as the reader's language writes them; the register's days have no hour and no zone.
final class Days {
    private Days() {}

    static String of(LocalDate day, Language language) {
        return DayInWords.of(day, language);
    }

    /// A day as far as it is known; two days where it lies between them.
    static String of(When when, Language language) {
        if (when.isExact()) {
            return of(when.latest(), language);
        }
        if (when.toString().equals(YearMonth.from(when.earliest()).toString())) {
            return DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(when.earliest());
        }
        return of(when.earliest(), language) + " – " + of(when.latest(), language);
    }
}
