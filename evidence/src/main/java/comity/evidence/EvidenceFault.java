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
    /// A name that would lead out of the folder, or that not every machine can write.
    NAME_UNSAFE("name-unsafe"),
    /// Two files of one name.
    NAME_TWICE("name-twice"),
    /// Something that is neither a file nor a folder, for instance a link.
    NOT_A_FILE("not-a-file"),
    /// No file to seal.
    NOTHING_TO_SEAL("nothing-to-seal"),
    /// What should become a package or a folder is there already, and is not empty.
    TARGET_EXISTS("target-exists"),
    /// A file of the package is missing.
    PART_MISSING("part-missing"),
    /// A document of the package is not what its format says.
    DOCUMENT_MALFORMED("document-malformed"),
    /// A document is of a version that this program does not know.
    DOCUMENT_VERSION("document-version"),
    /// A part is not the one that was sealed.
    PART_CHANGED("part-changed"),
    /// What was opened is not what the manifest says.
    CONTENTS_DIFFER("contents-differ"),
    /// The check before signing found that what was written does not open to what was read.
    SELF_CHECK_FAILED("self-check-failed"),
    /// A signing key, or its certificates, cannot be read or do not fit each other.
    SIGNING_KEY("signing-key"),
    /// The time-stamp authority did not give a time-stamp, or another than was asked for.
    TIMESTAMP("timestamp"),
    /// A file that should say whom to believe holds neither certificates nor a list of revoked ones.
    TRUST_UNREADABLE("trust-unreadable"),
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

    /// Whether it says that the evidence is not what it should be; otherwise nobody can tell yet.
    public boolean speaksAgainstEvidence() {
        return switch (this) {
            case HEADER_BROKEN,
                    PAYLOAD_BROKEN,
                    PART_MISSING,
                    PART_CHANGED,
                    CONTENTS_DIFFER,
                    DOCUMENT_MALFORMED,
                    FILE_CHANGED,
                    SELF_CHECK_FAILED,
                    NAME_UNSAFE,
                    NAME_TWICE -> true;
            default -> false;
        };
    }
}
