package comity.web.preservation;

import comity.kernel.Complaint;
import comity.kernel.WrittenTime;
import comity.requests.identifiers.TimeReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was typed into the form of an act, read with all complaints at once.
final class Typed {
    private final Map<String, String> fields;
    private final List<Complaint> complaints = new ArrayList<>();

    Typed(Map<String, String> fields) {
        this.fields = fields;
    }

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /// A text that must be there.
    String needed(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            complain(field, "missing");
        }
        return text;
    }

    int wholeNumber(String field) {
        try {
            int number = Integer.parseInt(needed(field));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, beside the field.
        }
        if (!text(field).isEmpty()) {
            complain(field, "number-unreadable");
        }
        return 0;
    }

    /// A moment of the past, from its text and zone.
    Instant pastTime(String field, Instant now) {
        needed(field + "/text");
        if (text(field + "/text").isEmpty()) {
            return now;
        }
        TimeReading reading =
                TimeReading.ofPast(field, text(field + "/text"), text(field + "/zone"), text(field + "/fold"), now);
        complaints.addAll(reading.complaints());
        return reading.time().map(WrittenTime::instant).orElse(now);
    }

    /// A moment some hours ahead, as picked from a list; empty when none was picked.
    Optional<Instant> hoursAhead(String field, Instant now) {
        String hours = text(field);
        return hours.matches("\\d{1,2}")
                ? Optional.of(now.plusSeconds(3600L * Integer.parseInt(hours)))
                : Optional.empty();
    }

    List<String> several(String field) {
        String picked = text(field);
        if (picked.isEmpty()) {
            complain(field, "missing");
            return List.of();
        }
        return List.of(picked.split("\\s+"));
    }

    long version() {
        String version = text("version");
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }

    void complain(String field, String code) {
        complaints.add(Complaint.blocks(field, code));
    }

    List<Complaint> complaints() {
        return complaints;
    }
}
