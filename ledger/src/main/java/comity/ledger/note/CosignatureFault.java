package comity.ledger.note;

/// Why a cosigner does not count as having signed a checkpoint.
public enum CosignatureFault {
    /// No line names the key.
    MISSING("cosignature-missing"),
    /// A line of the key is not a time and a signature of the key's length.
    MALFORMED("cosignature-malformed"),
    /// A line of the key does not fit the checkpoint, or not the time in it.
    WRONG("cosignature-wrong"),
    /// Genuine, but from a time that has not come yet: the cosigner's clock is wrong, or ours.
    FROM_THE_FUTURE("cosignature-from-the-future"),
    /// The key is not a cosigner's, or of a kind that is not known here.
    UNKNOWN_KIND("cosignature-unknown-kind");

    private final String code;

    CosignatureFault(String code) {
        this.code = code;
    }

    /// The stable word in vectors, problems and texts.
    public String code() {
        return code;
    }
}
