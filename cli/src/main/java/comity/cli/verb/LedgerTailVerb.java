package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.ledger.audit.LogWatch;
import comity.ledger.audit.LogWatch.Step;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `comity ledger tail`: follows a ledger and says when it grew, and when it did anything else. What
/// was seen last is kept in a file, so that a ledger that is rewritten between two runs is caught too.
@Command(name = "tail")
final class LedgerTailVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final LedgerTrust trust = new LedgerTrust();

    @Parameters(index = "0", paramLabel = "WHERE")
    private String where = "";

    @Option(names = "--seen", paramLabel = "FILE")
    private Optional<Path> seen = Optional.empty();

    @Option(names = "--evidence-to", paramLabel = "FILE")
    private Optional<Path> evidenceTo = Optional.empty();

    @Option(names = "--every", paramLabel = "SECONDS")
    private int every = 10;

    @Option(names = "--once")
    private boolean once;

    LedgerTailVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program: one for each look that showed something new.
    ///
    /// @param step `begun`, `same`, `grew`, `went-back`, `forked`, `files-wrong`, `not-genuine` or
    ///     `nothing`
    record Look(
            String step,
            @Nullable Long before,
            @Nullable Long size,
            @Nullable String detail) {}

    @Override
    public Integer call() {
        Screen screen = terminal.screen();
        List<VerifierKey> keys = trust.logKeys();
        LogWatch watch = new LogWatch(LedgerTrust.open(where, terminal), keys);
        Optional<SignedCheckpoint> last = seen.flatMap(file -> kept(file, keys));
        while (true) {
            int exit;
            try {
                Step step = watch.look(last);
                exit = told(screen, step);
                Optional<SignedCheckpoint> good = good(step);
                good.ifPresent(this::keep);
                last = good.isPresent() ? good : last;
            } catch (UncheckedIOException e) {
                exit = unread(screen, e);
            }
            // A ledger that contradicts itself ends the watch; one that cannot be read is asked again.
            if (once || exit == Exit.NOT_GOOD) {
                return exit;
            }
            try {
                Thread.sleep(Duration.ofSeconds(Math.max(1, every)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return exit;
            }
        }
    }

    static int unread(Screen screen, UncheckedIOException e) {
        String why = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        screen.warn("ledger.unread", why);
        return Exit.COULD_NOT_TELL;
    }

    private static Optional<SignedCheckpoint> good(Step step) {
        return switch (step) {
            case LogWatch.Begun(SignedCheckpoint shown) -> Optional.of(shown);
            case LogWatch.Same(SignedCheckpoint shown) -> Optional.of(shown);
            case LogWatch.Grew(var _, SignedCheckpoint shown) -> Optional.of(shown);
            case LogWatch.Nothing _,
                    LogWatch.WentBack _,
                    LogWatch.Forked _,
                    LogWatch.FilesWrong _,
                    LogWatch.NotGenuine _ -> Optional.empty();
        };
    }

    private int told(Screen screen, Step step) {
        return switch (step) {
            case LogWatch.Nothing() ->
                said(screen, new Look("nothing", null, null, null), Exit.COULD_NOT_TELL, "ledger.nothing");
            case LogWatch.Begun(SignedCheckpoint shown) ->
                said(screen, new Look("begun", null, size(shown), null), Exit.GOOD, "ledger.begun", size(shown));
            case LogWatch.Same(SignedCheckpoint shown) ->
                said(screen, new Look("same", size(shown), size(shown), null), Exit.GOOD, "ledger.same", size(shown));
            case LogWatch.Grew(SignedCheckpoint before, SignedCheckpoint shown) ->
                said(
                        screen,
                        new Look("grew", size(before), size(shown), null),
                        Exit.GOOD,
                        "ledger.grew",
                        size(before),
                        size(shown));
            case LogWatch.WentBack(SignedCheckpoint before, SignedCheckpoint shown) ->
                said(
                        screen,
                        new Look("went-back", size(before), size(shown), null),
                        Exit.NOT_GOOD,
                        "ledger.went-back",
                        size(shown),
                        size(before));
            case LogWatch.Forked(var fork) -> {
                evidenceTo.ifPresent(file -> write(file, fork.text()));
                yield said(
                        screen,
                        new Look("forked", size(fork.older()), size(fork.newer()), fork.text()),
                        Exit.NOT_GOOD,
                        "ledger.forked",
                        size(fork.older()));
            }
            case LogWatch.FilesWrong(SignedCheckpoint before, SignedCheckpoint shown, String why) ->
                said(
                        screen,
                        new Look("files-wrong", size(before), size(shown), why),
                        Exit.NOT_GOOD,
                        "ledger.files-wrong",
                        why);
            case LogWatch.NotGenuine(var fault) ->
                said(
                        screen,
                        new Look("not-genuine", null, null, fault.code()),
                        Exit.NOT_GOOD,
                        "ledger.not-genuine",
                        fault.code());
        };
    }

    private static long size(SignedCheckpoint checkpoint) {
        return checkpoint.checkpoint().size();
    }

    private static int said(Screen screen, Look look, int exit, String key, Object... values) {
        if (screen.asJson()) {
            screen.json(look);
        } else {
            Object[] shown =
                    java.util.Arrays.stream(values).map(String::valueOf).toArray();
            screen.line(screen.painted(
                    exit == Exit.GOOD ? Screen.Paint.GOOD : Screen.Paint.BAD,
                    screen.texts().say(key, shown)));
        }
        return exit;
    }

    private static Optional<SignedCheckpoint> kept(Path file, List<VerifierKey> keys) {
        try {
            return Optional.of(SignedCheckpoint.openByAny(SignedNote.parse(Files.readAllBytes(file)), keys));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | NoteRefused e) {
            throw new UsageFault("usage.ledger-seen", file);
        }
    }

    private void keep(SignedCheckpoint checkpoint) {
        seen.ifPresent(file -> write(file, checkpoint.text()));
    }

    private static void write(Path file, String text) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UsageFault("usage.file-not-written", file);
        }
    }
}
