package comity.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Days as law files and tables write them: `2027-02-28`. A year that nobody can mean is no day, so that whoever
/// reckons with one never comes to the end of the calendar.
public final class LawDays {
    private static final int EARLIEST_YEAR = 1500;
    private static final int LATEST_YEAR = 2500;

    private LawDays() {}

    /// @return empty when it is not a day
    public static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
