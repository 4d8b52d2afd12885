package comity.requests.identifiers;

import comity.kernel.Complaint;
import comity.kernel.WrittenTime;
import comity.kernel.WrittenTime.Fold;
import comity.kernel.WrittenTime.Precision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From text, zone and fold to an instant, or to the question that has to be asked first. One reader for one
/// time.
final class TimeReader {
    /// Clocks of the two States may differ a little; what lies further ahead is a slip.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final int LONGEST = 80;

    private static final Instant BEFORE_ANY_LOG = Instant.parse("1990-01-01T00:00:00Z");

    private final String pointer;
    private final String text;
    private final String zone;
    private final String fold;
    private final Optional<Instant> now;
    private final List<Complaint> complaints = new ArrayList<>();

    private TimeReader(String pointer, String text, String zone, String fold, Optional<Instant> now) {
        this.pointer = pointer;
        this.text = Cleaning.plainDigits(text.strip());
        this.zone = zone.strip();
        this.fold = Cleaning.lower(fold.strip());
        this.now = now;
    }

    static TimeReading read(String pointer, String text, String zone, String fold, Optional<Instant> now) {
        TimeReader reader = new TimeReader(pointer, text, zone, fold, now);
        Optional<WrittenTime> time = reader.time(text);
        time.ifPresent(reader::judge);
        return new TimeReading(time, reader.complaints);
    }

    private Optional<WrittenTime> time(String original) {
        if (text.isEmpty()) {
            return ask("text", "time-missing", Map.of());
        }
        if (text.length() > LONGEST) {
            return ask("text", "time-unreadable", Map.of("text", text.substring(0, LONGEST)));
        }
        Optional<Instant> epoch = Epoch.read(text);
        if (epoch.isPresent()) {
            return sinceEpoch(original, epoch.get());
        }
        Optional<ClockText> clock = TimeForms.read(text);
        if (clock.isEmpty()) {
            return ask("text", unreadable(), Map.of("text", text));
        }
        if (clock.get().other().isPresent()) {
            return askDayOrMonth(clock.get(), clock.get().other().get());
        }
        return zoneOf(clock.get()).flatMap(found -> atZone(original, clock.get(), found));
    }

    private String unreadable() {
        if (TimeForms.lacksYear(text)) {
            return "time-without-year";
        }
        return TimeForms.hasShortYear(text) ? "time-short-year" : "time-unreadable";
    }

    private Optional<WrittenTime> sinceEpoch(String original, Instant instant) {
        Optional<ZoneId> named = zone.isEmpty() ? Optional.of(ZoneOffset.UTC) : ZoneReading.read(zone);
        if (named.isEmpty()) {
            return askForZone(zone);
        }
        Precision precision = instant.getNano() == 0 ? Precision.SECOND : Precision.FRACTION;
        return Optional.of(new WrittenTime(original, named.get(), instant, precision, Fold.NONE));
    }

    private Optional<WrittenTime> askDayOrMonth(ClockText clock, LocalDateTime other) {
        return ask(
                "text",
                "time-day-or-month",
                Map.of("text", text, "dayFirst", TimeForms.iso(clock.local()), "monthFirst", TimeForms.iso(other)));
    }

    /// The zone in the text, or the zone beside it. Both are welcome when they agree.
    private Optional<ZoneId> zoneOf(ClockText clock) {
        if (clock.zone().isEmpty() && zone.isEmpty()) {
            ask("zone", "time-without-zone", Map.of("text", text));
            return Optional.empty();
        }
        Optional<ZoneId> inText = ZoneReading.read(clock.zone());
        Optional<ZoneId> beside = ZoneReading.read(zone);
        if (!zone.isEmpty() && beside.isEmpty()) {
            askForZone(zone);
            return Optional.empty();
        }
        if (inText.isEmpty() && beside.isEmpty()) {
            askForZone(clock.zone());
            return Optional.empty();
        }
        if (inText.isPresent() && beside.isPresent() && !agree(clock.local(), inText.get(), beside.get())) {
            ask("zone", "zone-contradicts", Map.of("inText", clock.zone(), "zone", zone));
            return Optional.empty();
        }
        // An offset in the text settles an hour that comes twice, so it goes before the zone beside it.
        return inText.or(() -> beside);
    }

    private static boolean agree(LocalDateTime local, ZoneId inText, ZoneId beside) {
        return inText.getRules().getValidOffsets(local).stream()
                .anyMatch(beside.getRules().getValidOffsets(local)::contains);
    }

    private Optional<WrittenTime> atZone(String original, ClockText clock, ZoneId found) {
        List<ZoneOffset> offsets = found.getRules().getValidOffsets(clock.local());
        return switch (offsets.size()) {
            case 0 -> askGap(clock.local(), found);
            case 1 -> Optional.of(written(original, clock, found, offsets.getFirst(), Fold.NONE));
            default -> inFold(original, clock, found, offsets);
        };
    }

    private Optional<WrittenTime> inFold(String original, ClockText clock, ZoneId found, List<ZoneOffset> offsets) {
        return switch (fold) {
            case "first" -> Optional.of(written(original, clock, found, offsets.getFirst(), Fold.FIRST));
            case "second" -> Optional.of(written(original, clock, found, offsets.getLast(), Fold.SECOND));
            default ->
                ask(
                        "fold",
                        "time-in-fold",
                        Map.of(
                                "text",
                                text,
                                "zone",
                                found.getId(),
                                "first",
                                clock.local().toInstant(offsets.getFirst()).toString(),
                                "second",
                                clock.local().toInstant(offsets.getLast()).toString()));
        };
    }

    private Optional<WrittenTime> askGap(LocalDateTime local, ZoneId found) {
        ZoneOffsetTransition jump = found.getRules().getTransition(local);
        return ask(
                "text",
                "time-in-gap",
                Map.of(
                        "text",
                        text,
                        "zone",
                        found.getId(),
                        "before",
                        TimeForms.iso(jump.getDateTimeBefore()),
                        "after",
                        TimeForms.iso(jump.getDateTimeAfter())));
    }

    private static WrittenTime written(String original, ClockText clock, ZoneId zone, ZoneOffset offset, Fold fold) {
        return new WrittenTime(original, zone, clock.local().toInstant(offset), clock.precision(), fold);
    }

    private Optional<WrittenTime> askForZone(String written) {
        String code = ZoneReading.isAbbreviation(written) ? "zone-abbreviation" : "zone-unknown";
        return ask("zone", code, Map.of("zone", written));
    }

    private Optional<WrittenTime> ask(String field, String code, Map<String, String> details) {
        complaints.add(Complaint.blocks(pointer + "/" + field, code).with(details));
        return Optional.empty();
    }

    /// Doubts that do not keep a time from being read.
    private void judge(WrittenTime time) {
        Map<String, String> details = Map.of("instant", time.instant().toString());
        if (now.isPresent() && time.instant().isAfter(now.get().plus(SKEW))) {
            complaints.add(Complaint.warns(pointer + "/text", "time-in-future").with(details));
        }
        if (time.instant().isBefore(BEFORE_ANY_LOG)) {
            complaints.add(Complaint.warns(pointer + "/text", "time-long-ago").with(details));
        }
        if (time.precision() == Precision.DAY) {
            complaints.add(Complaint.advises(pointer + "/text", "time-is-a-day").with(details));
        }
    }
}
