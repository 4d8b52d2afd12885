package comity.cli.verb;

import comity.api.exhibit.ExhibitDetail;
import comity.api.exhibit.ExhibitList;
import comity.api.exhibit.ExhibitSummary;
import comity.api.ledger.LedgerPlace;
import comity.cli.screen.Screen;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows exhibits and their custody.
final class ExhibitView {
    private ExhibitView() {}

    static void list(Screen screen, ExhibitList list) {
        if (list.exhibits().isEmpty()) {
            screen.say("exhibit.none");
            return;
        }
        screen.table(
                List.of(
                        screen.texts().say("column.reference"),
                        screen.texts().say("column.with"),
                        screen.texts().say("column.state"),
                        screen.texts().say("exhibit.title")),
                list.exhibits().stream()
                        .map(line -> List.of(line.reference(), peer(line), state(screen, line), line.title()))
                        .toList());
    }

    /// After an act: which exhibit, where it stands, what comes next.
    static void standing(Screen screen, ExhibitDetail exhibit) {
        screen.line(exhibit.summary().reference() + "  "
                + screen.painted(paint(exhibit), state(screen, exhibit.summary())));
        fault(screen, exhibit);
        job(screen, exhibit);
        awaits(screen, exhibit);
        if (exhibit.opened()) {
            screen.say("exhibit.opened");
        }
        screen.fact("field.acts", String.join(", ", exhibit.acts()));
    }

    /// Everything that is known of it.
    static void whole(Screen screen, ExhibitDetail exhibit) {
        screen.line(screen.painted(Screen.Paint.STRONG, exhibit.summary().reference()));
        screen.fact("exhibit.title", exhibit.summary().title());
        screen.fact("field.state", screen.painted(paint(exhibit), state(screen, exhibit.summary())));
        screen.fact("column.with", peer(exhibit.summary()));
        screen.fact("evidence.field.request", exhibit.summary().request());
        screen.fact("evidence.field.order", exhibit.order().reference());
        screen.fact("field.article", exhibit.order().article());
        screen.factIf("evidence.field.item", exhibit.order().item());
        screen.factIf("exhibit.conditions", exhibit.order().conditions());
        LocalDate keepUntil = exhibit.order().keepUntil();
        screen.factIf("exhibit.keep-until", keepUntil == null ? null : keepUntil.toString());
        if (exhibit.sensitive()) {
            screen.say("exhibit.sensitive");
        }
        fault(screen, exhibit);
        job(screen, exhibit);
        awaits(screen, exhibit);
        ExhibitDetail.Sealed sealed = exhibit.sealed();
        if (sealed != null) {
            screen.fact("evidence.field.package", sealed.packageId());
            screen.fact("evidence.field.sealed-at", screen.times().show(sealed.sealedAt()));
            screen.fact("evidence.field.sealed-bytes", Long.toString(sealed.bytes()));
            screen.fact("evidence.field.root", sealed.root());
        }
        if (exhibit.opened()) {
            screen.say("exhibit.opened");
        }
        files(screen, exhibit);
        unfinished(screen, exhibit);
        remainders(screen, exhibit);
        exposures(screen, exhibit);
        custody(screen, exhibit);
        screen.fact("field.acts", String.join(", ", exhibit.acts()));
    }

    private static void files(Screen screen, ExhibitDetail exhibit) {
        if (exhibit.files().isEmpty()) {
            return;
        }
        screen.heading("evidence.field.files");
        screen.table(
                List.of(
                        screen.texts().say("evidence.column.bytes"),
                        "SHA-256",
                        screen.texts().say("evidence.column.name")),
                exhibit.files().stream()
                        .map(file -> List.of(Long.toString(file.bytes()), file.sha256(), file.name()))
                        .toList());
    }

    private static void unfinished(Screen screen, ExhibitDetail exhibit) {
        if (exhibit.uploads().isEmpty()) {
            return;
        }
        screen.heading("exhibit.unfinished");
        screen.table(
                List.of(
                        screen.texts().say("exhibit.unfinished.upload"),
                        screen.texts().say("exhibit.unfinished.here"),
                        screen.texts().say("evidence.column.bytes"),
                        screen.texts().say("exhibit.unfinished.until"),
                        screen.texts().say("evidence.column.name")),
                exhibit.uploads().stream()
                        .map(upload -> List.of(
                                upload.id(),
                                Long.toString(upload.here()),
                                Long.toString(upload.bytes()),
                                screen.times().show(upload.expiresAt()),
                                upload.name()))
                        .toList());
    }

    private static void exposures(Screen screen, ExhibitDetail exhibit) {
        if (exhibit.exposures().isEmpty()) {
            return;
        }
        screen.heading("exhibit.exposure");
        screen.table(
                List.of(
                        screen.texts().say("exhibit.exposure.role"),
                        screen.texts().say("exhibit.exposure.time")),
                exhibit.exposures().stream()
                        .map(exposure ->
                                List.of(screen.texts().word("role", exposure.role()), length(exposure.seconds())))
                        .toList());
    }

    /// Hours, minutes and seconds.
    private static String length(long seconds) {
        return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static void remainders(Screen screen, ExhibitDetail exhibit) {
        if (exhibit.remainders().isEmpty()) {
            return;
        }
        screen.heading("exhibit.remainders");
        screen.table(
                List.of(
                        "#",
                        screen.texts().say("exhibit.ground"),
                        screen.texts().say("exhibit.entries"),
                        "SHA-256"),
                exhibit.remainders().stream()
                        .map(list -> List.of(
                                Integer.toString(list.number()),
                                screen.texts().word("ground", list.ground()),
                                Integer.toString(list.entries()),
                                list.sha256()))
                        .toList());
    }

    private static void custody(Screen screen, ExhibitDetail exhibit) {
        screen.heading("exhibit.custody");
        screen.table(
                List.of(
                        screen.texts().say("column.time"),
                        screen.texts().say("column.by"),
                        screen.texts().say("column.event"),
                        screen.texts().say("exhibit.hand"),
                        screen.texts().say("column.leaf"),
                        screen.texts().say("field.reasons")),
                exhibit.custody().stream()
                        .map(event -> List.of(
                                screen.times().show(event.at()),
                                event.state() + " " + screen.texts().word("role", event.role()),
                                screen.texts().word("custody", event.kind()),
                                screen.texts().word("hand", event.hand()),
                                leaf(event.leaf()),
                                event.reason()))
                        .toList());
        screen.line(
                exhibit.whole()
                        ? screen.painted(Screen.Paint.GOOD, screen.texts().say("exhibit.whole"))
                        : screen.painted(Screen.Paint.BAD, screen.texts().say("exhibit.broken")));
    }

    private static void fault(Screen screen, ExhibitDetail exhibit) {
        String fault = exhibit.fault();
        if (fault != null) {
            String subject = exhibit.faultSubject();
            screen.fact("exhibit.fault", fault + (subject == null ? "" : " (" + subject + ")"));
        }
    }

    private static void job(Screen screen, ExhibitDetail exhibit) {
        ExhibitDetail.Job job = exhibit.job();
        if (job != null) {
            screen.fact(
                    "exhibit.working",
                    screen.texts().word("job", job.task()) + " "
                            + (job.total() == 0 ? 0 : 100 * job.done() / job.total()) + " %");
        }
    }

    private static void awaits(Screen screen, ExhibitDetail exhibit) {
        ExhibitDetail.AwaitsSecondPerson waiting = exhibit.awaitsSecondPerson();
        if (waiting != null) {
            screen.say(
                    "exhibit.awaits",
                    screen.texts().word("role", waiting.role()),
                    screen.times().show(waiting.until()));
        }
    }

    private static Screen.Paint paint(ExhibitDetail exhibit) {
        return switch (exhibit.summary().state()) {
            case "not-good", "disputed" -> Screen.Paint.BAD;
            case "withdrawn", "destroyed" -> Screen.Paint.ATTENTION;
            default -> Screen.Paint.GOOD;
        };
    }

    private static String state(Screen screen, ExhibitSummary exhibit) {
        return screen.texts().word("exhibit.state", exhibit.state());
    }

    private static String peer(ExhibitSummary exhibit) {
        return (exhibit.side().equals("holding") ? "→ " : "← ") + exhibit.peer();
    }

    private static String leaf(@Nullable LedgerPlace place) {
        return place == null ? "" : "#" + place.index();
    }
}
