package comity.cli.verb;

import comity.api.desk.Inbox;
import comity.api.request.RequestList;
import comity.api.request.RequestSummary;
import comity.cli.screen.Screen;
import comity.cli.screen.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows many requests, a line each.
final class ListView {
    private ListView() {}

    static void requests(Screen screen, RequestList list) {
        if (list.requests().isEmpty()) {
            screen.say("list.empty");
            return;
        }
        screen.table(
                List.of(
                        screen.texts().say("column.reference"),
                        screen.texts().say("column.with"),
                        screen.texts().say("column.state"),
                        screen.texts().say("column.clock")),
                list.requests().stream()
                        .map(line -> List.of(
                                line.reference(),
                                peer(line),
                                screen.texts().word("state", line.state()),
                                line.clock() == null ? "" : RequestView.clockLine(screen, line.clock())))
                        .toList());
        more(screen, list.next());
    }

    static void inbox(Screen screen, Inbox inbox) {
        if (inbox.emergencies().isEmpty() && inbox.lines().isEmpty()) {
            screen.say("inbox.empty", screen.times().show(inbox.at()));
            return;
        }
        if (!inbox.emergencies().isEmpty()) {
            screen.heading("heading.emergencies");
            EmergencyView.table(screen, inbox.emergencies());
        }
        if (inbox.lines().isEmpty()) {
            return;
        }
        screen.table(
                List.of(
                        screen.texts().say("column.left"),
                        screen.texts().say("column.urgency"),
                        screen.texts().say("column.reference"),
                        screen.texts().say("column.with"),
                        screen.texts().say("column.state"),
                        screen.texts().say("column.clock")),
                inbox.lines().stream()
                        .map(line -> List.of(
                                left(inbox.at(), line.dueAt()),
                                screen.texts().word("urgency", line.request().urgency()),
                                line.request().reference(),
                                peer(line.request()),
                                screen.texts().word("state", line.request().state()),
                                line.request().clock() == null
                                        ? ""
                                        : RequestView.clockLine(
                                                screen, line.request().clock())))
                        .toList());
        more(screen, inbox.next());
    }

    private static String left(Instant now, @Nullable Instant due) {
        return due == null ? "" : Times.show(Duration.between(now, due));
    }

    private static String peer(RequestSummary line) {
        return peer(line.side(), line.requestingState(), line.requestedState());
    }

    /// The other State, and which way the request went.
    static String peer(String side, String requesting, String requested) {
        return side.equals("requesting") ? "→ " + requested : "← " + requesting;
    }

    private static void more(Screen screen, @Nullable String next) {
        if (next != null) {
            screen.warn("list.more", next);
        }
    }
}
