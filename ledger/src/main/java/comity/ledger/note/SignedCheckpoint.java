package comity.ledger.note;

/// A checkpoint and the note that carries it. One that exists was signed by its log: there is no other way to get
/// one.
public final class SignedCheckpoint {
    private final Checkpoint checkpoint;
    private final SignedNote note;

    SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {
        this.checkpoint = checkpoint;
        this.note = note;
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

    private static SignedCheckpoint open(SignedNote note, VerifierKey logKey) {
        note.verify(logKey);
        Checkpoint checkpoint =
                Checkpoint.parse(note.text()).orElseThrow(() -> new NoteRefused(NoteFault.NOT_A_CHECKPOINT));
        if (!checkpoint.origin().equals(logKey.name())) {
            throw new NoteRefused(NoteFault.OTHER_LOG);
        }
        return new SignedCheckpoint(checkpoint, note);
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /// The note with all its signatures, those of unknown keys too.
    public SignedNote note() {
        return note;
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
