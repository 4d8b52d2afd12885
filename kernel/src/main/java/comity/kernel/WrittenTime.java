package comity.kernel;

import java.time.Instant;
import java.time.ZoneId;

/// A time as somebody wrote it, and the instant it means. The three are kept together because a court must be able to
/// see what the log line said, in which zone it was read, and what was made of it.
///
/// @param original the text as given, for example `13/03/2027 01:03:45`
/// @param zone the IANA zone or offset it was read in
/// @param instant what it means
/// @param precision the smallest unit that was written
/// @param fold which of the two hours was meant, when the clocks were being put back
public record WrittenTime(String original, ZoneId zone, Instant instant, Precision precision, Fold fold) {
    /// The smallest unit that was written.
    public enum Precision {
        DAY,
        MINUTE,
        SECOND,
        FRACTION
    }

    /// A local time that occurs twice when the clocks are put back needs a word on which one is meant.
    public enum Fold {
        /// The local time occurs once: nothing to say.
        NONE,
        FIRST,
        SECOND
    }

    public WrittenTime {
        if (original.isBlank()) {
            throw new IllegalArgumentException("A written time was written by somebody");
        }
    }
}
