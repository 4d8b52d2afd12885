package comity.vault.picture;

import comity.kernel.ExhibitReference;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.vault.Custody;
import comity.vault.Custody.Entry;
import comity.vault.CustodyEvent;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Hand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// An exhibit on its way, for tests: what happens to it is added event by event.
final class Example {
    static final StateCode XA = new StateCode("XA");
    static final StateCode XB = new StateCode("XB");
    static final ExhibitReference EXHIBIT = ExhibitReference.next(XB, 2027, 43);
    static final Map<String, String> FITS = Map.of(CustodyEvent.RESULT, CustodyEvent.MATCH);

    private static final String ORDER = "XA.PRS.2027.000318";

    private final List<Entry> entries = new ArrayList<>();
    private Instant at = Instant.parse("2027-03-13T02:31:07Z");
    private long leaf = 1182;

    /// The way that most exhibits go: from a hospital through two authorities to a laboratory and a
    /// court.
    static Example usual() {
        return new Example()
                .then(XB, Kind.COLLECTED, Hand.CUSTODIAN, "investigator", Map.of())
                .then(XB, Kind.IMPORTED, Hand.AUTHORITY, "investigator", FITS)
                .then(XB, Kind.SEALED, Hand.AUTHORITY, "system", sealed("2", "493"))
                .then(XB, Kind.OFFERED, Hand.AUTHORITY, "central-authority", Map.of())
                .later(Duration.ofHours(6))
                .then(XA, Kind.RECEIVED, Hand.AUTHORITY, "system", FITS)
                .then(XA, Kind.OPENED, Hand.AUTHORITY, "central-authority", Map.of())
                .then(XA, Kind.COPIED, Hand.AUTHORITY, "central-authority", Map.of("copy", "1"))
                .later(Duration.ofDays(2))
                .then(XA, Kind.HANDED_OVER, Hand.EXAMINER, "central-authority", Map.of())
                .then(XA, Kind.EXAMINED, Hand.EXAMINER, "investigator", FITS)
                .then(XA, Kind.RETURNED, Hand.AUTHORITY, "investigator", Map.of())
                .later(Duration.ofDays(20))
                .then(XA, Kind.HANDED_OVER, Hand.COURT, "central-authority", Map.of());
    }

    /// Events without end: each kind in turn, in each hand, now with one State and now with the other.
    static Example ofLength(int events) {
        Example example = new Example();
        for (int i = 0; i < events; i++) {
            StateCode state = i % 14 < 6 ? XB : XA;
            Kind kind = Kind.values()[i % Kind.values().length];
            example.later(Duration.ofHours(i % 5 == 0 ? 19 : 0))
                    .then(state, kind, Hand.values()[i / 2 % 4], "central-authority", Map.of());
        }
        return example;
    }

    static Map<String, String> sealed(String files, String bytes) {
        return Map.of(
                "files", files, "bytes", bytes, CustodyEvent.RESULT, CustodyEvent.MATCH, "sha256", "0359".repeat(16));
    }

    Example later(Duration duration) {
        at = at.plus(duration);
        return this;
    }

    Example at(Instant moment) {
        at = moment;
        return this;
    }

    Example then(StateCode state, Kind kind, Hand hand, String role, Map<String, String> details) {
        return then(
                state, kind, hand, role, "node." + state.code().toLowerCase(Locale.ROOT) + ".example", ORDER, details);
    }

    Example then(
            StateCode state,
            Kind kind,
            Hand hand,
            String role,
            String place,
            String reason,
            Map<String, String> details) {
        List<CustodyEvent> chain = custody().chainOf(state);
        String previous = chain.isEmpty() ? "" : chain.getLast().digest();
        CustodyEvent event = new CustodyEvent(
                EXHIBIT, chain.size() + 1, at, kind, state, hand, role, place, reason, details, previous);
        at = at.plusSeconds(97);
        entries.add(new Entry(event, OptionalLong.of(leaf++), state.equals(XB)));
        return this;
    }

    /// What is not committed yet.
    Example notAnchored() {
        Entry last = entries.removeLast();
        entries.add(new Entry(last.event(), OptionalLong.empty(), last.told()));
        return this;
    }

    /// Takes an event out; it is seen at the one behind it.
    Example without(int number) {
        entries.remove(number - 1);
        return this;
    }

    Custody custody() {
        return new Custody(entries);
    }

    Subject subject(Language language) {
        return new Subject(EXHIBIT, "bucket-ward9 logs", "", custody(), state -> name(state, language));
    }

    private static String name(StateCode state, Language language) {
        boolean ours = state.equals(XA);
        return switch (language) {
            case ARABIC -> ours ? "أرديا" : "بوريا";
            case CHINESE -> ours ? "阿尔迪亚" : "博里亚";
            case ENGLISH, SPANISH -> ours ? "Ardia" : "Boria";
            case FRENCH -> ours ? "Ardie" : "Borie";
            case RUSSIAN -> ours ? "Ардия" : "Бория";
        };
    }
}
