package comity.ledger.note;

import java.util.ArrayList;
import java.util.List;

/// A checkpoint and the note that carries it. One that exists was signed by its log: there is no other
/// way to get one.
public final class SignedCheckpoint {
    private final Checkpoint checkpoint;
    private final SignedNote note;
    private final VerifierKey logKey;

    SignedCheckpoint(Checkpoint checkpoint, SignedNote note, VerifierKey logKey) {
        this.checkpoint = checkpoint;
        this.note = note;
        this.logKey = logKey;
    }

    /// Reads a checkpoint of the log whose key is given. The key's name must be the log's origin.
    ///
    /// @throws NoteRefused with the reason, when it is not a genuine checkpoint of this log
    public static SignedCheckpoint open(String note, VerifierKey logKey) {
        return open(SignedNote.parse(note), logKey);
    }

    /// Reads a checkpoint of the log whose key is given, from bytes that came from outside.
    ///
    /// @throws NoteRefused with the reason, when it is not a genuine checkpoint of this log
    public static SignedCheckpoint open(byte[] note, VerifierKey logKey) {
        return open(SignedNote.parse(note), logKey);
    }

    /// Reads a checkpoint of the log whose key is given, from a note that was read before.
    ///
    /// @throws NoteRefused with the reason, when it is not a genuine checkpoint of this log
    public static SignedCheckpoint open(SignedNote note, VerifierKey logKey) {
        note.verify(logKey);
        Checkpoint checkpoint =
                Checkpoint.parse(note.text()).orElseThrow(() -> new NoteRefused(NoteFault.NOT_A_CHECKPOINT));
        if (!checkpoint.origin().equals(logKey.name())) {
            throw new NoteRefused(NoteFault.OTHER_LOG);
        }
        return new SignedCheckpoint(checkpoint, note, logKey);
    }

    /// Reads a checkpoint that any one of some keys of a log may have signed.
    ///
    /// @throws NoteRefused with the reason, when none of them did: not signed, or what the last one
    ///     found wrong
    public static SignedCheckpoint openByAny(SignedNote note, List<VerifierKey> logKeys) {
        NoteRefused refused = new NoteRefused(NoteFault.NOT_SIGNED);
        for (VerifierKey key : logKeys) {
            try {
                return open(note, key);
            } catch (NoteRefused e) {
                refused = e.fault() == NoteFault.NOT_SIGNED ? refused : e;
            }
        }
        throw refused;
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /// The note with all its signatures, those of unknown keys too.
    public SignedNote note() {
        return note;
    }

    /// The key of the log, which signed it.
    public VerifierKey logKey() {
        return logKey;
    }

    /// The same checkpoint with the log's own lines only.
    public SignedCheckpoint alone() {
        List<NoteSignature> own =
                note.signatures().stream().filter(line -> line.isBy(logKey)).toList();
        return new SignedCheckpoint(checkpoint, new SignedNote(note.text(), own), logKey);
    }

    /// The same checkpoint with lines of cosigners below. A line of a key that has a line already takes
    /// its place: a cosigner's newer word counts. The log's own line stays, and stays where it is.
    ///
    /// @param lines as [CosignerKey] or another cosigner has made them; they are not checked here
    /// @throws IllegalArgumentException for a line that names the log's own key, or more lines than a
    ///     note may have
    public SignedCheckpoint with(List<NoteSignature> lines) {
        if (lines.stream().anyMatch(line -> line.isBy(logKey))) {
            throw new IllegalArgumentException("Only the log itself signs for the log");
        }
        List<NoteSignature> kept = new ArrayList<>(note.signatures());
        for (NoteSignature line : lines) {
            kept.removeIf(old -> old.keyId() == line.keyId() && old.name().equals(line.name()));
            kept.add(line);
        }
        return new SignedCheckpoint(checkpoint, new SignedNote(note.text(), kept), logKey);
    }

    /// The note as it travels and is published.
    public String text() {
        return note.note();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedCheckpoint that && note.equals(that.note);
    }

    @Override
    public int hashCode() {
        return note.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
