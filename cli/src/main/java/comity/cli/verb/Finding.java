package comity.cli.verb;

import comity.cli.screen.Screen;
import java.util.List;
import java.util.stream.Stream;

/// One thing that was looked at.
///
/// @param check what was looked at
/// @param result what was found
/// @param text the node's own words, when the finding is the node's
/// @param values what our own text names
record Finding(String check, Result result, String text, List<String> values) {
    Finding {
        values = List.copyOf(values);
    }

    static Finding of(String check, Result result, Object... values) {
        return new Finding(
                check, result, "", Stream.of(values).map(String::valueOf).toList());
    }

    static Finding ofNode(String check, Result result, String text) {
        return new Finding(check, result, text, List.of());
    }

    /// From good to bad; what cannot be told weighs most, because nothing after it was looked at.
    enum Result {
        GOOD("good", Exit.GOOD, Screen.Paint.GOOD),
        ATTENTION("attention", Exit.GOOD, Screen.Paint.ATTENTION),
        BAD("bad", Exit.NOT_GOOD, Screen.Paint.BAD),
        UNKNOWN("unknown", Exit.COULD_NOT_TELL, Screen.Paint.BAD);

        private final String word;
        private final int exit;
        private final Screen.Paint paint;

        Result(String word, int exit, Screen.Paint paint) {
            this.word = word;
            this.exit = exit;
            this.paint = paint;
        }

        String word() {
            return word;
        }

        int exit() {
            return exit;
        }

        Screen.Paint paint() {
            return paint;
        }
    }
}
