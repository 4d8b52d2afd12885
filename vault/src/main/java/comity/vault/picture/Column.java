package comity.vault.picture;

/// The columns of the table, in their order.
public enum Column {
    NUMBER("number"),
    WHEN("when"),
    WHO("who"),
    WHAT("what"),
    WHERE("where"),
    WHY("why"),
    RESULT("result"),
    LEAF("leaf"),
    DIGEST("digest");

    private final String code;

    Column(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
