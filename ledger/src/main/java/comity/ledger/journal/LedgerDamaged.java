package comity.ledger.journal;

/// What is kept does not agree with what was signed: a database that was restored from an older copy, a folder of
/// another log, a row that was changed. The log stops here, because going on would make a fork of its own
/// history.
public final class LedgerDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerDamaged(String message) {
        super(message);
    }
}
