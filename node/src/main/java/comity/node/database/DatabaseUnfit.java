package comity.node.database;

/// The operator's PostgreSQL does not let the node in, or is not what a node can stand on; the message says which.
public final class DatabaseUnfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnfit(String url, String why) {
        super("The database at " + url + " cannot be used: " + why);
    }
}
