package comity.vault.picture;

import comity.kernel.StateCode;
import comity.vault.Custody;
import comity.vault.CustodyEvent;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Hand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// An event with what the picture shows of it.
///
/// @param number its place in the picture and in the table, from 1
/// @param gap whether the entry before it in its chain is missing or was changed
/// @param sealedAfter whether the State has it sealed after the event, and nobody recorded opening it
/// @param from the number of the offer that it answers, when it came from another State
record Mark(
        int number,
        CustodyEvent event,
        OptionalLong leaf,
        boolean told,
        boolean gap,
        boolean sealedAfter,
        OptionalInt from) {
    /// Events that a node wrote without a person.
    static final String SYSTEM = "system";

    static List<Mark> of(Custody custody) {
        Set<CustodyEvent> broken = new HashSet<>(custody.breaks());
        Map<StateCode, Boolean> sealed = new HashMap<>();
        Map<StateCode, Integer> offers = new HashMap<>();
        List<Mark> marks = new ArrayList<>();
        for (Custody.Entry entry : custody.entries()) {
            CustodyEvent event = entry.event();
            int number = marks.size() + 1;
            boolean sealedAfter = isSealedAfter(event.kind(), sealed.getOrDefault(event.state(), false));
            sealed.put(event.state(), sealedAfter);
            if (event.kind() == Kind.OFFERED) {
                offers.put(event.state(), number);
            }
            OptionalInt from = cameBy(event, offers);
            if (event.kind() == Kind.RECEIVED) {
                // What came wrong may come again under the same offer; what was received is no longer offered.
                from.ifPresent(offers.values()::remove);
            }
            marks.add(new Mark(number, event, entry.leaf(), entry.told(), broken.contains(event), sealedAfter, from));
        }
        return List.copyOf(marks);
    }

    private static boolean isSealedAfter(Kind kind, boolean before) {
        return switch (kind) {
            case SEALED, RECEIVED, NOT_GOOD -> true;
            // Whoever examines it has opened it, whether that was recorded or not.
            case COLLECTED, IMPORTED, OPENED, EXAMINED, DESTROYED -> false;
            case REMAINDER_LISTED, OFFERED, COPIED, HANDED_OVER, RETURNED, WITHDRAWN, CORRECTED, UNKNOWN -> before;
        };
    }

    private static OptionalInt cameBy(CustodyEvent event, Map<StateCode, Integer> offers) {
        if (event.kind() != Kind.RECEIVED && event.kind() != Kind.NOT_GOOD) {
            return OptionalInt.empty();
        }
        return offers.entrySet().stream()
                .filter(offer -> !offer.getKey().equals(event.state()))
                .mapToInt(Map.Entry::getValue)
                .max();
    }

    StateCode state() {
        return event.state();
    }

    Hand hand() {
        return event.hand();
    }

    /// The check that it tells of found that the exhibit is not what it should be.
    boolean fault() {
        return event.tellsOfABreak();
    }

    boolean broken() {
        return gap || fault();
    }

    boolean byPerson() {
        return !event.role().equals(SYSTEM);
    }
}
