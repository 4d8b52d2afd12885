package comity.cli.verb;

import comity.api.request.Completeness;
import comity.api.request.Reading;
import comity.cli.file.RequestFile;
import comity.cli.screen.Screen;

/// Shows what a document looks like to the State that will get it.
final class ReadingView {
    private ReadingView() {}

    /// A file that was only read.
    static void show(Screen screen, String fileName, RequestFile file, Reading reading) {
        show(screen, fileName, file, reading, "lint.not-sendable");
    }

    /// A draft that is kept on the node.
    static void kept(Screen screen, String fileName, RequestFile file, Reading reading) {
        show(screen, fileName, file, reading, "lint.not-sendable-yet");
    }

    private static void show(Screen screen, String fileName, RequestFile file, Reading reading, String notYet) {
        ReplyView.objections(screen, fileName, file, reading.complaints());
        Completeness toState = reading.completeness();
        if (toState != null && toState.state() != null) {
            completeness(screen, "lint.complete-for", toState.state(), toState);
        }
        completeness(screen, "lint.complete-any", "", reading.completenessAnyState());
        if (reading.sendable()) {
            screen.line(screen.painted(Screen.Paint.GOOD, screen.texts().say("lint.sendable")));
        } else {
            screen.line(screen.painted(Screen.Paint.BAD, screen.texts().say(notYet)));
        }
    }

    private static void completeness(Screen screen, String key, String state, Completeness completeness) {
        screen.say(
                key,
                state,
                String.valueOf(completeness.met()),
                String.valueOf(completeness.needed()),
                String.valueOf(completeness.percent()));
        completeness.missing().forEach(gap -> screen.line("  " + gap.pointer() + " – " + gap.text()));
    }
}
