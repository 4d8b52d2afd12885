package comity.cli.verb;

import comity.api.Objection;
import comity.api.Problem;
import comity.cli.call.Reply;
import comity.cli.file.RequestFile;
import comity.cli.screen.Screen;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Shows what came of a call when it was not a plain answer, and what is wrong with a document.
final class ReplyView {
    /// Statuses that say nothing about what was asked, only that it could not be answered now or to this
    /// caller.
    private static final Set<Integer> SAY_NOTHING = Set.of(401, 408, 429, 502, 503, 504);

    private ReplyView() {}

    static int refused(Screen screen, Reply.Refused<?> refused) {
        return refused(screen, refused, UnaryOperator.identity());
    }

    /// @param place how a pointer is said, where it does not point into JSON
    static int refused(Screen screen, Reply.Refused<?> refused, UnaryOperator<String> place) {
        Problem problem = refused.problem();
        if (screen.asJson()) {
            screen.json(refused.json());
        } else {
            screen.complain(screen.painted(Screen.Paint.BAD, problem.title()));
            screen.complain(problem.detail());
            problem.errors().forEach(objection -> screen.complain("  " + line(screen, objection, place)));
            screen.warn("problem.trace", problem.code(), problem.correlationId());
        }
        return exit(problem);
    }

    static int exit(Problem problem) {
        return SAY_NOTHING.contains(problem.status()) ? Exit.COULD_NOT_TELL : Exit.NOT_GOOD;
    }

    static int unknown(Screen screen, Reply.Unknown<?> unknown) {
        if (screen.asJson()) {
            screen.json(new Outcome(
                    "unknown", unknown.reason(), unknown.detail(), unknown.mayHaveHappened(), unknown.key()));
        } else {
            screen.warn("unknown." + unknown.reason(), unknown.detail());
            if (unknown.mayHaveHappened()) {
                screen.warn("unknown.ask-again", unknown.key());
            }
        }
        return Exit.COULD_NOT_TELL;
    }

    /// For a program: nobody can tell what came of it.
    record Outcome(String outcome, String reason, String detail, boolean mayHaveHappened, String idempotencyKey) {}

    /// Complaints as an editor or a person reads them: file, line, weight, text.
    static void objections(Screen screen, String fileName, RequestFile file, List<Objection> objections) {
        for (Objection objection : objections) {
            Optional<Integer> line = file.lineOf(objection.pointer());
            screen.line(fileName + ":" + line.map(number -> number + ":").orElse("") + " " + line(screen, objection));
        }
    }

    static String line(Screen screen, Objection objection) {
        return line(screen, objection, UnaryOperator.identity());
    }

    private static String line(Screen screen, Objection objection, UnaryOperator<String> place) {
        String weight = screen.painted(paint(objection), screen.texts().word("weight", objection.weight()));
        String where = objection.pointer().isEmpty() ? "" : place.apply(objection.pointer()) + " ";
        String suggestion = objection.suggestion() == null ? "" : " (" + objection.suggestion() + ")";
        return weight + " " + where + "– " + objection.text() + suggestion + " [" + objection.code() + "]";
    }

    private static Screen.Paint paint(Objection objection) {
        return switch (objection.weight()) {
            case "blocks" -> Screen.Paint.BAD;
            case "warns" -> Screen.Paint.ATTENTION;
            default -> Screen.Paint.STRONG;
        };
    }
}
