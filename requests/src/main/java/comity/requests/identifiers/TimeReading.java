package comity.requests.identifiers;

import comity.kernel.Complaint;
import comity.kernel.WrittenTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads a time as somebody wrote it, in the zone they named, and asks where more than one instant could be
/// meant.
///
/// @param time what it means; empty when something must be asked or corrected first
/// @param complaints everything wrong or doubtful, at the fields `text`, `zone` and `fold`
public record TimeReading(Optional<WrittenTime> time, List<Complaint> complaints) {
    public TimeReading {
        complaints = List.copyOf(complaints);
    }

    /// Reads a time of the past, as in evidence.
    ///
    /// @param pointer the time's own place, for example `/items/0/from`
    /// @param text as written
    /// @param zone an IANA zone, an offset such as `+03:00`, or `UTC`; empty when the text carries it
    /// @param fold `first` or `second` for an hour that occurs twice; empty otherwise
    /// @param now to tell what lies in the future
    public static TimeReading ofPast(String pointer, String text, String zone, String fold, Instant now) {
        return TimeReader.read(pointer, text, zone, fold, Optional.of(now));
    }

    /// Reads a time that may lie ahead, as in a deadline.
    public static TimeReading ofAny(String pointer, String text, String zone, String fold) {
        return TimeReader.read(pointer, text, zone, fold, Optional.empty());
    }
}
