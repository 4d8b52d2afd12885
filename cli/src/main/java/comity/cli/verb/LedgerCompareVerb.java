package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.ledger.audit.LogComparison;
import comity.ledger.audit.LogComparison.Result;
import comity.ledger.note.NoteFault;
import comity.ledger.note.SignedCheckpoint;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `comity ledger compare`: whether two copies of a ledger, or two visitors' views of it, are of one
/// history.
@Command(name = "compare")
final class LedgerCompareVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final LedgerTrust trust = new LedgerTrust();

    @Parameters(index = "0", paramLabel = "WHERE")
    private String first = "";

    @Parameters(index = "1", paramLabel = "WHERE")
    private String second = "";

    LedgerCompareVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program.
    ///
    /// @param result `same`, `continues`, `forked`, `files-wrong` or `not-genuine`
    /// @param detail the evidence of a fork, or what is wrong
    record Compared(
            String result,
            @Nullable Long first,
            @Nullable Long second,
            @Nullable String detail) {}

    @Override
    public Integer call() {
        Screen screen = terminal.screen();
        try {
            return told(
                    screen,
                    LogComparison.of(
                            LedgerTrust.open(first, terminal), LedgerTrust.open(second, terminal), trust.logKeys()));
        } catch (UncheckedIOException e) {
            return LedgerTailVerb.unread(screen, e);
        }
    }

    private static int told(Screen screen, Result result) {
        return switch (result) {
            case LogComparison.SameTree(SignedCheckpoint both) ->
                said(
                        screen,
                        new Compared("same", size(both), size(both), null),
                        Exit.GOOD,
                        "ledger.same-tree",
                        size(both));
            case LogComparison.OneContinues(
                    SignedCheckpoint shorter,
                    SignedCheckpoint longer,
                    boolean firstIsShorter) -> {
                long one = size(firstIsShorter ? shorter : longer);
                long other = size(firstIsShorter ? longer : shorter);
                yield said(
                        screen, new Compared("continues", one, other, null), Exit.GOOD, "ledger.continues", one, other);
            }
            case LogComparison.TwoHistories(var fork) ->
                said(
                        screen,
                        new Compared("forked", null, null, fork.text()),
                        Exit.NOT_GOOD,
                        "ledger.forked",
                        size(fork.older()));
            case LogComparison.FilesWrong(String why) ->
                said(screen, new Compared("files-wrong", null, null, why), Exit.NOT_GOOD, "ledger.files-wrong", why);
            case LogComparison.NotGenuine(var _, Optional<NoteFault> fault) -> {
                String code = fault.map(NoteFault::code).orElse("");
                yield fault.isEmpty()
                        ? said(
                                screen,
                                new Compared("not-genuine", null, null, "nothing"),
                                Exit.COULD_NOT_TELL,
                                "ledger.nothing")
                        : said(
                                screen,
                                new Compared("not-genuine", null, null, code),
                                Exit.NOT_GOOD,
                                "ledger.not-genuine",
                                code);
            }
        };
    }

    private static long size(SignedCheckpoint checkpoint) {
        return checkpoint.checkpoint().size();
    }

    private static int said(Screen screen, Compared compared, int exit, String key, Object... values) {
        if (screen.asJson()) {
            screen.json(compared);
        } else {
            Object[] shown =
                    java.util.Arrays.stream(values).map(String::valueOf).toArray();
            screen.line(screen.painted(
                    exit == Exit.GOOD ? Screen.Paint.GOOD : Screen.Paint.BAD,
                    screen.texts().say(key, shown)));
        }
        return exit;
    }
}
