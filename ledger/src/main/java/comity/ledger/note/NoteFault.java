package comity.ledger.note;

/// Why a note or a checkpoint is refused.
public enum NoteFault {
    /// Larger than any note may be, or signed by more keys.
    TOO_LARGE("note-too-large"),
    /// Not UTF-8, or with control characters.
    NOT_TEXT("note-not-text"),
    /// Not a text, an empty line and signature lines.
    NOT_A_NOTE("note-malformed"),
    /// A signature line that is not a dash, a name and a signature.
    BAD_SIGNATURE_LINE("note-bad-signature-line"),
    /// No line is signed by the key that was asked for.
    NOT_SIGNED("note-not-signed"),
    /// The line of the key that was asked for does not fit the text.
    WRONG_SIGNATURE("note-wrong-signature"),
    /// A genuine note, but not an origin, a size and a root.
    NOT_A_CHECKPOINT("checkpoint-malformed"),
    /// A genuine checkpoint of another log.
    OTHER_LOG("checkpoint-other-log");

    private final String code;

    NoteFault(String code) {
        this.code = code;
    }

    /// The stable word in vectors, problems and texts.
    public String code() {
        return code;
    }
}
