/// Commands; they speak to a node only through its public API.
@org.jspecify.annotations.NullMarked
module comity.cli {
    requires comity.kernel;
    requires comity.api;
    requires comity.ledger;
    requires info.picocli;
    requires static org.jspecify;
}
