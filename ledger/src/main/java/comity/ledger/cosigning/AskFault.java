package comity.ledger.cosigning;

/// Why the body of an ask cannot be read.
public enum AskFault {
    /// Larger than any ask is, or with a proof longer than any proof.
    TOO_LARGE("ask-too-large"),
    /// Not an old size, hashes, an empty line and a note.
    MALFORMED("ask-malformed"),
    /// The note in it cannot be read.
    BAD_NOTE("ask-bad-note"),
    /// The old size is larger than the checkpoint.
    BACKWARDS("ask-backwards");

    private final String code;

    AskFault(String code) {
        this.code = code;
    }

    /// The stable word in vectors, answers and texts.
    public String code() {
        return code;
    }
}
