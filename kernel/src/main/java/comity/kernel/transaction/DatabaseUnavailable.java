package comity.kernel.transaction;

/// The database could not be reached or refused to work; nothing was written. The caller may try again later.
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(Throwable cause) {
        super("The database is not available; nothing was written", cause);
    }
}
