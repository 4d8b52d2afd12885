package comity.cli.verb;

import comity.api.ledger.LedgerPlace;
import comity.cli.call.NodeCalls;
import comity.cli.screen.Screen;
import comity.cli.verb.LetterWalk.Told;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.tiles.EntryBundle;
import comity.ledger.tiles.PublishedLog;
import comity.ledger.tiles.TileAudit;
import comity.ledger.tiles.TileFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `comity ledger audit`: whether what a node's own records say of its letters stands in the ledger
/// that it publishes.
@Command(name = "audit")
final class LedgerAuditVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final LedgerTrust trust = new LedgerTrust();

    @Parameters(index = "0", paramLabel = "WHERE")
    private String where = "";

    LedgerAuditVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program.
    ///
    /// @param letters how many letters the node tells of
    record Audited(int letters, List<Flaw> flaws) {}

    /// One letter whose place is not what the node says.
    ///
    /// @param code `no-place`, `other-entry` or `not-published`
    record Flaw(
            String code,
            String reference,
            String letter,
            @Nullable Long leaf) {
        boolean isPassing() {
            return code.equals("not-published");
        }
    }

    @Override
    public Integer call() {
        Screen screen = terminal.screen();
        PublishedLog log = LedgerTrust.open(where, terminal);
        try (NodeCalls calls = terminal.calls()) {
            List<Told> letters = new LetterWalk(calls).all();
            // Published after the letters were read, so that what is missing is missing.
            Optional<byte[]> note = log.checkpoint();
            if (note.isEmpty()) {
                screen.warn("ledger.nothing");
                return Exit.COULD_NOT_TELL;
            }
            SignedCheckpoint checkpoint = SignedCheckpoint.openByAny(SignedNote.parse(note.get()), trust.logKeys());
            if (!(TileAudit.of(log, checkpoint.logKey()) instanceof TileAudit.Sound)) {
                screen.warn("ledger.files-wrong", where);
                return Exit.NOT_GOOD;
            }
            Entries entries = new Entries(log, checkpoint.checkpoint().size());
            return told(
                    screen,
                    new Audited(
                            letters.size(),
                            letters.stream()
                                    .flatMap(told -> flaw(told, entries).stream())
                                    .toList()));
        } catch (LetterWalk.CouldNotAsk e) {
            return LedgerLettersVerb.couldNotAsk(screen, e);
        } catch (NoteRefused e) {
            screen.warn("ledger.not-genuine", e.fault().code());
            return Exit.NOT_GOOD;
        } catch (UncheckedIOException e) {
            return LedgerTailVerb.unread(screen, e);
        }
    }

    private static Optional<Flaw> flaw(Told told, Entries entries) {
        LedgerPlace place = told.letter().place();
        String letter = told.letter().id();
        if (place == null) {
            return Optional.of(new Flaw("no-place", told.reference(), letter, null));
        }
        if (place.index() >= entries.size) {
            return Optional.of(new Flaw("not-published", told.reference(), letter, place.index()));
        }
        return entries.at(place.index()).equals(place.commitment())
                ? Optional.empty()
                : Optional.of(new Flaw("other-entry", told.reference(), letter, place.index()));
    }

    private static int told(Screen screen, Audited audited) {
        boolean good = audited.flaws().stream().allMatch(Flaw::isPassing);
        if (screen.asJson()) {
            screen.json(audited);
            return good ? Exit.GOOD : Exit.NOT_GOOD;
        }
        for (Flaw flaw : audited.flaws()) {
            screen.line(screen.painted(
                    flaw.isPassing() ? Screen.Paint.ATTENTION : Screen.Paint.BAD,
                    screen.texts()
                            .say(
                                    "audit.flaw",
                                    flaw.reference(),
                                    flaw.letter(),
                                    screen.texts().word("audit", flaw.code()))));
        }
        if (good) {
            screen.line(screen.painted(
                    Screen.Paint.GOOD, screen.texts().say("audit.good", Integer.toString(audited.letters()))));
        }
        return good ? Exit.GOOD : Exit.NOT_GOOD;
    }

    /// The published entries, of files that were found whole.
    private static final class Entries {
        private final PublishedLog log;
        private final long size;
        private final Map<Long, List<byte[]>> bundles = new HashMap<>();

        Entries(PublishedLog log, long size) {
            this.log = log;
            this.size = size;
        }

        String at(long index) {
            List<byte[]> bundle = bundles.computeIfAbsent(index / TileFile.FULL, this::read);
            return HexFormat.of().formatHex(bundle.get((int) (index % TileFile.FULL)));
        }

        private List<byte[]> read(long number) {
            int width = (int) Math.min(TileFile.FULL, size - number * TileFile.FULL);
            TileFile.Entries file = new TileFile.Entries(number, width);
            return log.read(file)
                    .map(bytes -> EntryBundle.decode(bytes, width))
                    .or(() -> log.read(file.full()).map(bytes -> EntryBundle.decode(bytes, TileFile.FULL)))
                    .orElseGet(ArrayList::new);
        }
    }
}
