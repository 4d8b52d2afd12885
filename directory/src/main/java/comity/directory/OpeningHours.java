package comity.directory;

import java.time.DayOfWeek;
import java.time.LocalTime;

/// Days and hours in the zone of the State. A closing time that is not after the opening time is on the next day.
public record OpeningHours(DayOfWeek from, DayOfWeek to, LocalTime opens, LocalTime closes) {
    /// Whether a local day and time falls inside.
    public boolean cover(DayOfWeek day, LocalTime time) {
        if (closes.isAfter(opens)) {
            return includes(day) && !time.isBefore(opens) && time.isBefore(closes);
        }
        return includes(day) && !time.isBefore(opens) || includes(day.minus(1)) && time.isBefore(closes);
    }

    private boolean includes(DayOfWeek day) {
        int span = Math.floorMod(to.getValue() - from.getValue(), 7);
        return Math.floorMod(day.getValue() - from.getValue(), 7) <= span;
    }
}
