package comity.requests.identifiers;

import comity.kernel.Complaint;
import comity.kernel.WrittenTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

final class TimeReader {
    private TimeReader() {}

    static TimeReading read(String pointer, String text, String zone, String fold, Optional<Instant> now) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return new TimeReading(
                    Optional.of(new WrittenTime(
                            text,
                            time.getOffset(),
                            time.toInstant(),
                            WrittenTime.Precision.SECOND,
                            WrittenTime.Fold.NONE)),
                    List.of());
        } catch (DateTimeException e) {
            return new TimeReading(Optional.empty(), List.of(Complaint.blocks(pointer + "/text", "time-unreadable")));
        }
    }
}
