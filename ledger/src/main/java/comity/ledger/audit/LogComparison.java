package comity.ledger.audit;

import comity.ledger.cosigning.Fork;
import comity.ledger.note.NoteFault;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.note.VerifierKey;
import comity.ledger.tiles.PublishedLog;
import java.util.List;
import java.util.Optional;

/// Whether two views of one log, for instance two visitors' copies, are of one history.
public final class LogComparison {
    private LogComparison() {}

    /// What a comparison found.
    public sealed interface Result {}

    /// Both show the same tree.
    public record SameTree(SignedCheckpoint both) implements Result {}

    /// One shows the beginning of the other.
    ///
    /// @param firstIsShorter which one
    public record OneContinues(SignedCheckpoint shorter, SignedCheckpoint longer, boolean firstIsShorter)
            implements Result {}

    /// The log has shown each of the two another history.
    public record TwoHistories(Fork fork) implements Result {}

    /// The longer one's files do not lead to what it signed, so nothing can be compared.
    public record FilesWrong(String why) implements Result {}

    /// One of them shows nothing, or nothing that the log signed.
    ///
    /// @param first which one
    /// @param fault what is wrong; empty when nothing is shown
    public record NotGenuine(boolean first, Optional<NoteFault> fault) implements Result {}

    /// Compares.
    ///
    /// @param keys the log's
    /// @throws java.io.UncheckedIOException when one cannot be asked
    public static Result of(PublishedLog first, PublishedLog second, List<VerifierKey> keys) {
        Shown one = shown(first, keys);
        Shown other = shown(second, keys);
        if (one.checkpoint().isEmpty()) {
            return new NotGenuine(true, one.fault());
        }
        if (other.checkpoint().isEmpty()) {
            return new NotGenuine(false, other.fault());
        }
        SignedCheckpoint a = one.checkpoint().get();
        SignedCheckpoint b = other.checkpoint().get();
        if (!a.checkpoint().origin().equals(b.checkpoint().origin())) {
            return new NotGenuine(false, Optional.of(NoteFault.OTHER_LOG));
        }
        boolean firstIsShorter = a.checkpoint().size() <= b.checkpoint().size();
        SignedCheckpoint shorter = firstIsShorter ? a : b;
        return switch (new LogWatch(firstIsShorter ? second : first, keys).look(Optional.of(shorter))) {
            case LogWatch.Same(SignedCheckpoint both) -> new SameTree(both);
            case LogWatch.Grew(SignedCheckpoint from, SignedCheckpoint to) ->
                new OneContinues(from, to, firstIsShorter);
            case LogWatch.Forked(Fork fork) -> new TwoHistories(fork);
            case LogWatch.FilesWrong(var _, var _, String why) -> new FilesWrong(why);
            case LogWatch.NotGenuine(NoteFault fault) -> new NotGenuine(!firstIsShorter, Optional.of(fault));
            // It changed between two looks.
            case LogWatch.Nothing(), LogWatch.Begun _, LogWatch.WentBack _ ->
                new FilesWrong("the log changed while it was read");
        };
    }

    private record Shown(Optional<SignedCheckpoint> checkpoint, Optional<NoteFault> fault) {}

    private static Shown shown(PublishedLog log, List<VerifierKey> keys) {
        try {
            return new Shown(
                    log.checkpoint().map(note -> SignedCheckpoint.openByAny(SignedNote.parse(note), keys)),
                    Optional.empty());
        } catch (NoteRefused e) {
            return new Shown(Optional.empty(), Optional.of(e.fault()));
        }
    }
}
