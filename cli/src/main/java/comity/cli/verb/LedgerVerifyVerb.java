package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.policy.Judgement;
import comity.ledger.policy.Policy;
import comity.ledger.tiles.PublishedLog;
import comity.ledger.tiles.TileAudit;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `comity ledger verify`: whether every file of a ledger leads to what its key, and enough cosigners,
/// have signed.
@Command(name = "verify")
final class LedgerVerifyVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final LedgerTrust trust = new LedgerTrust();

    @Parameters(index = "0", paramLabel = "WHERE")
    private String where = "";

    LedgerVerifyVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program.
    ///
    /// @param result `good`, `not-good` or `unknown`
    /// @param code what is wrong with the checkpoint; null when it is genuine
    record Verified(
            String result,
            @Nullable String code,
            @Nullable String origin,
            long size,
            @Nullable String root,
            List<TileAudit.Flaw> flaws,
            List<JudgementView.CosignerLine> cosigners) {}

    @Override
    public Integer call() {
        Screen screen = terminal.screen();
        Policy policy = trust.policy();
        PublishedLog log = LedgerTrust.open(where, terminal);
        try {
            Optional<byte[]> note = log.checkpoint();
            if (note.isEmpty()) {
                return nothing(screen);
            }
            SignedCheckpoint checkpoint = SignedCheckpoint.openByAny(SignedNote.parse(note.get()), trust.logKeys());
            Judgement.Weighed weighed = (Judgement.Weighed)
                    policy.judge(checkpoint, terminal.surroundings().clock().instant());
            return told(screen, checkpoint, weighed, TileAudit.of(log, checkpoint.logKey()));
        } catch (NoteRefused e) {
            return notGenuine(screen, e);
        } catch (UncheckedIOException e) {
            return LedgerTailVerb.unread(screen, e);
        }
    }

    private static int nothing(Screen screen) {
        if (screen.asJson()) {
            screen.json(new Verified("unknown", "nothing", null, 0, null, List.of(), List.of()));
        } else {
            screen.warn("ledger.nothing");
        }
        return Exit.COULD_NOT_TELL;
    }

    private static int notGenuine(Screen screen, NoteRefused refused) {
        String code = refused.fault().code();
        if (screen.asJson()) {
            screen.json(new Verified("not-good", code, null, 0, null, List.of(), List.of()));
        } else {
            screen.line(screen.painted(Screen.Paint.BAD, screen.texts().say("ledger.not-genuine", code)));
        }
        return Exit.NOT_GOOD;
    }

    private static int told(
            Screen screen, SignedCheckpoint checkpoint, Judgement.Weighed weighed, TileAudit.Verdict verdict) {
        List<TileAudit.Flaw> flaws = switch (verdict) {
            case TileAudit.Unsound(List<TileAudit.Flaw> found) -> found;
            case TileAudit.Sound _, TileAudit.Empty _ -> List.of();
        };
        boolean good = flaws.isEmpty() && weighed.quorum().isReached();
        var head = checkpoint.checkpoint();
        if (screen.asJson()) {
            screen.json(new Verified(
                    good ? "good" : "not-good",
                    null,
                    head.origin(),
                    head.size(),
                    head.root().base64(),
                    flaws,
                    JudgementView.lines(weighed)));
        } else {
            screen.fact("ledger.origin", head.origin());
            screen.fact("ledger.size", Long.toString(head.size()));
            screen.fact("ledger.root", head.root().base64());
            if (flaws.isEmpty()) {
                screen.line(screen.painted(Screen.Paint.GOOD, screen.texts().say("ledger.good")));
            }
            flaws.forEach(flaw -> screen.line(screen.painted(
                    Screen.Paint.BAD,
                    screen.texts()
                            .say("ledger.flaw", flaw.path(), screen.texts().word("flaw", flaw.code())))));
            JudgementView.show(screen, weighed);
        }
        return good ? Exit.GOOD : Exit.NOT_GOOD;
    }
}
