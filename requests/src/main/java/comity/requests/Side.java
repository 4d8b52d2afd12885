package comity.requests;

/// On which side of a request this node stands.
public enum Side {
    /// This State asks.
    REQUESTING("requesting"),
    /// This State is asked.
    REQUESTED("requested");

    private final String code;

    Side(String code) {
        this.code = code;
    }

    /// The stable word in tables and the API.
    public String code() {
        return code;
    }

    public static Side ofCode(String code) {
        return code.equals(REQUESTING.code) ? REQUESTING : REQUESTED;
    }

    public Side other() {
        return this == REQUESTING ? REQUESTED : REQUESTING;
    }
}
