package comity.federation;

/// Why an answer that is well signed is not the receipt of an envelope. Each is described in
/// docs/protocol/receipts.md under the same code. A fault of form or signature is a [Problem], one of the
/// checkpoint a [comity.ledger.note.NoteFault].
public enum ReceiptFault {
    /// It says what a node cannot know.
    SAYS_TOO_MUCH("receipt-says-too-much"),
    /// It speaks of one letter twice.
    CONTRADICTS_ITSELF("receipt-contradicts-itself"),
    /// It is for other bytes, or passes over a letter.
    OF_ANOTHER("receipt-of-another"),
    /// The directory's key for the other State's ledger cannot be read.
    LEDGER_KEY_UNUSABLE("ledger-key-unusable"),
    /// A letter's leaf is not shown to be in the ledger.
    LEAF_NOT_PROVED("leaf-not-proved");

    private final String code;

    ReceiptFault(String code) {
        this.code = code;
    }

    /// The stable name.
    public String code() {
        return code;
    }
}
