package comity.cli.verb;

import comity.api.ledger.LedgerPlace;
import comity.api.request.Letters;
import comity.api.request.Notes;
import comity.api.request.Timeline;
import comity.cli.screen.Screen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows what happened to a request: events, letters, notes.
final class HistoryView {
    private HistoryView() {}

    static void timeline(Screen screen, Timeline timeline) {
        screen.table(
                List.of(
                        screen.texts().say("column.time"),
                        screen.texts().say("column.by"),
                        screen.texts().say("column.leaf"),
                        screen.texts().say("column.event")),
                timeline.events().stream()
                        .map(event -> List.of(
                                screen.times().show(event.at()),
                                event.byState() + " " + screen.texts().word("role", event.by()),
                                leaf(event.place()),
                                event.text()))
                        .toList());
    }

    static void letters(Screen screen, Letters letters) {
        screen.table(
                List.of(
                        screen.texts().say("column.time"),
                        screen.texts().say("column.direction"),
                        screen.texts().say("column.state"),
                        screen.texts().say("column.kind"),
                        screen.texts().say("column.leaf"),
                        screen.texts().say("column.receipt"),
                        screen.texts().say("column.peer-leaf")),
                letters.letters().stream()
                        .map(letter -> {
                            Letters.Receipt receipt = letter.receipt();
                            return List.of(
                                    screen.times().show(letter.at()),
                                    screen.texts().word("direction", letter.direction()),
                                    letter.peer(),
                                    letter.kind(),
                                    leaf(letter.place()),
                                    receipt == null ? "" : screen.texts().word("receipt", word(receipt)),
                                    receipt == null ? "" : leaf(receipt.place()));
                        })
                        .toList());
    }

    static void notes(Screen screen, Notes notes) {
        notes.notes().forEach(note -> {
            screen.line(screen.times().show(note.at()) + "  " + screen.texts().word("role", note.role()));
            screen.paragraph(note.text());
        });
    }

    private static String word(Letters.Receipt receipt) {
        return receipt.certainSince() == null ? receipt.outcome() : "certain";
    }

    private static String leaf(@Nullable LedgerPlace place) {
        return place == null ? "" : "#" + place.index();
    }
}
