package comity.ledger.tiles;

/// A file was published before with other bytes. Nothing is overwritten: one of the two histories is false.
public final class TileConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    public TileConflict(String path) {
        super("Already published with other bytes: " + path);
        this.path = path;
    }

    /// Of the file, below the log.
    public String path() {
        return path;
    }
}
