package comity.kernel.transaction;

/// The database went away during a commit: what was asked may be written or not. Every act in Comity can be asked for
/// again without being done twice, so the caller asks again.
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(Throwable cause) {
        super("The database went away during a commit; ask again to learn whether it was written", cause);
    }
}
