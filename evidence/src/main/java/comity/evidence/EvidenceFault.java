package comity.evidence;

/// Why an exhibit cannot be sealed, opened or believed.
public enum EvidenceFault {
    /// What was given as a recipient is not one.
    RECIPIENT_MALFORMED("recipient-malformed"),
    /// Recipients of both kinds together: the weaker would undo what the stronger promises.
    RECIPIENTS_MIXED("recipients-mixed"),
    /// Nobody to seal for.
    RECIPIENT_MISSING("recipient-missing"),
    /// What was given as an identity is not one.
    IDENTITY_MALFORMED("identity-malformed"),
    /// None of the identities opens the file.
    NOT_FOR_US("not-for-us"),
    /// Not an age file, or its header was changed.
    HEADER_BROKEN("age-header-broken"),
    /// A part of the encrypted file was changed, moved or cut off.
    PAYLOAD_BROKEN("age-payload-broken"),
    /// A file was longer, shorter or newer after it was sealed than before.
    FILE_CHANGED("file-changed"),
    /// A file could not be read.
    FILE_UNREADABLE("file-unreadable"),
    /// Something could not be written, for instance because the disk is full.
    NOT_WRITTEN("not-written");

    private final String code;

    EvidenceFault(String code) {
        this.code = code;
    }

    /// The stable word in vectors, problems and texts.
    public String code() {
        return code;
    }
}
