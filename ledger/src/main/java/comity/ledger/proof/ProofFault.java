package comity.ledger.proof;

/// Why a file is not read as a proof.
public enum ProofFault {
    /// Larger than any proof, or with a path longer than any tree is high.
    TOO_LARGE("proof-too-large"),
    /// Not the first line, an index, hashes, an empty line and a note.
    MALFORMED("proof-malformed"),
    /// The note in it cannot be read.
    BAD_NOTE("proof-bad-note");

    private final String code;

    ProofFault(String code) {
        this.code = code;
    }

    /// The stable word in vectors, problems and texts.
    public String code() {
        return code;
    }
}
