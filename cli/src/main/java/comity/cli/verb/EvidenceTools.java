package comity.cli.verb;

import comity.cli.screen.ProgressLine;
import comity.cli.screen.Screen;
import comity.evidence.EvidenceRefused;
import comity.evidence.age.Identity;
import comity.evidence.age.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the commands on evidence share: keys from files, a line of progress, and how a refusal is said.
final class EvidenceTools {
    private final Terminal terminal;

    EvidenceTools(Terminal terminal) {
        this.terminal = terminal;
    }

    /// For a program.
    ///
    /// @param result `not-good` or `unknown`
    /// @param code why
    /// @param subject the file or the part that it is about
    record Refused(String result, String code, @Nullable String subject) {}

    static int workers() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// Does something with evidence, with a line of progress, and says it in words when it is refused.
    ///
    /// @param total bytes that there are to do
    int attempt(long total, Function<Progress, Integer> work) {
        Surroundings surroundings = terminal.surroundings();
        try (ProgressLine line = new ProgressLine(
                surroundings.err(),
                terminal.screen().texts(),
                surroundings.onTerminal() && !terminal.screen().asJson(),
                total,
                System::nanoTime)) {
            return work.apply(line::more);
        } catch (EvidenceRefused e) {
            return refused(e);
        }
    }

    private int refused(EvidenceRefused e) {
        Screen screen = terminal.screen();
        boolean notGood = e.fault().speaksAgainstEvidence();
        if (screen.asJson()) {
            screen.json(new Refused(notGood ? "not-good" : "unknown", e.fault().code(), e.subject()));
        } else {
            screen.complain(screen.painted(Screen.Paint.BAD, inWords(screen, e)));
        }
        return notGood ? Exit.NOT_GOOD : Exit.COULD_NOT_TELL;
    }

    private static String inWords(Screen screen, EvidenceRefused e) {
        return screen.texts().say("evidence." + e.fault().code(), e.subject());
    }

    /// The keys in some files.
    static List<Identity> identities(List<Path> files) {
        List<Identity> found = new ArrayList<>();
        for (Path file : files) {
            try {
                found.addAll(Identity.parseFile(Files.readString(file)));
            } catch (IOException e) {
                throw new UsageFault("file.missing", file);
            } catch (EvidenceRefused e) {
                throw new UsageFault("usage.identity", file, e.subject());
            }
        }
        return found;
    }
}
