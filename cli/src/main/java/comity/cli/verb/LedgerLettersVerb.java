package comity.cli.verb;

import comity.cli.call.Destination;
import comity.cli.call.NodeCalls;
import comity.cli.call.Reply;
import comity.cli.screen.Screen;
import comity.cli.verb.LetterWalk.Told;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `comity ledger letters`: what two nodes say about the letters between them, and where they differ.
/// For an oversight office that may ask both.
@Command(name = "letters")
final class LedgerLettersVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Option(names = "--other", paramLabel = "URL", required = true)
    private URI other = URI.create("");

    @Option(names = "--other-token-file", paramLabel = "FILE", required = true)
    private Path otherTokenFile = Path.of("");

    LedgerLettersVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program.
    ///
    /// @param compared how many letters the first node tells of
    record Compared(String first, String second, int compared, List<LetterDifference> differences) {}

    @Override
    public Integer call() {
        Screen screen = terminal.screen();
        Destination there = new Destination(
                other,
                Optional.of(token()),
                terminal.trust(),
                terminal.language().tag());
        try (NodeCalls ours = terminal.calls();
                NodeCalls theirs = new NodeCalls(there)) {
            LetterWalk one = new LetterWalk(ours);
            LetterWalk two = new LetterWalk(theirs);
            String first = one.state();
            String second = two.state();
            List<Told> firstSays = one.all();
            return told(
                    screen,
                    new Compared(
                            first,
                            second,
                            firstSays.size(),
                            LetterDifference.between(first, firstSays, second, two.all())));
        } catch (LetterWalk.CouldNotAsk e) {
            return couldNotAsk(screen, e);
        }
    }

    private String token() {
        try {
            return Files.readString(otherTokenFile).strip();
        } catch (IOException e) {
            throw new UsageFault("usage.token-file", otherTokenFile);
        }
    }

    static int couldNotAsk(Screen screen, LetterWalk.CouldNotAsk fault) {
        return switch (fault.reply()) {
            case Reply.Refused<?> refused -> {
                ReplyView.refused(screen, refused);
                yield Exit.COULD_NOT_TELL;
            }
            case Reply.Unknown<?> unknown -> ReplyView.unknown(screen, unknown);
            case Reply.Answered<?> _ -> Exit.COULD_NOT_TELL;
        };
    }

    private static int told(Screen screen, Compared compared) {
        boolean good = compared.differences().stream().allMatch(LetterDifference::isPassing);
        if (screen.asJson()) {
            screen.json(compared);
            return good ? Exit.GOOD : Exit.NOT_GOOD;
        }
        for (LetterDifference one : compared.differences()) {
            screen.line(screen.painted(
                    one.isPassing() ? Screen.Paint.ATTENTION : Screen.Paint.BAD,
                    screen.texts()
                            .say(
                                    "letters.difference",
                                    one.reference(),
                                    one.letter(),
                                    one.from(),
                                    one.to(),
                                    screen.texts().word("difference", one.code()))));
        }
        if (good) {
            screen.line(screen.painted(
                    Screen.Paint.GOOD,
                    screen.texts()
                            .say(
                                    "letters.agree",
                                    compared.first(),
                                    compared.second(),
                                    Integer.toString(compared.compared()))));
        }
        return good ? Exit.GOOD : Exit.NOT_GOOD;
    }
}
