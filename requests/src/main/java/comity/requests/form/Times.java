package comity.requests.form;

import comity.kernel.Complaint;
import comity.kernel.WrittenTime;
import comity.requests.identifiers.TimeReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the three raw parts of a time together.
public final class Times {
    private Times() {}

    /// Times of items lie in the past, as in evidence; others may lie ahead.
    public static TimeReading read(Answers answers, String place, Circumstances circumstances) {
        TimeAnswer time = TimeAnswer.at(place, answers);
        if (time.isEmpty()) {
            return new TimeReading(Optional.empty(), List.of(Complaint.blocks(place + "/text", "missing")));
        }
        TimeReading reading = place.startsWith("/items/")
                ? TimeReading.ofPast(place, time.text(), time.zone(), time.fold(), circumstances.now())
                : TimeReading.ofAny(place, time.text(), time.zone(), time.fold());
        return withInstantCompared(answers.text(place + "/instant"), place, reading);
    }

    /// The instant, when the time can be read at all.
    public static Optional<WrittenTime> written(Answers answers, String place, Circumstances circumstances) {
        return answers.has(place + "/text")
                ? read(answers, place, circumstances).time()
                : Optional.empty();
    }

    /// A program may say which instant it read. When ours is another one, the two programs disagree about a zone
    /// and a person must look before anything is asked of a provider.
    private static TimeReading withInstantCompared(String given, String place, TimeReading reading) {
        if (given.isEmpty()
                || reading.time().isEmpty()
                || isInstant(given, reading.time().get())) {
            return reading;
        }
        List<Complaint> complaints = new ArrayList<>(reading.complaints());
        complaints.add(Complaint.blocks(place + "/instant", "instant-differs")
                .with(Map.of(
                        "given", given, "read", reading.time().get().instant().toString())));
        return new TimeReading(reading.time(), complaints);
    }

    private static boolean isInstant(String given, WrittenTime read) {
        try {
            return Instant.parse(given).equals(read.instant());
        } catch (DateTimeException _) {
            return false;
        }
    }
}
