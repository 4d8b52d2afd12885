/// The wire between nodes: letters, receipts, courier, inbox. Does not know what letters say.
@org.jspecify.annotations.NullMarked
module comity.federation {
    requires transitive comity.kernel;
    requires transitive comity.directory;
    requires transitive comity.ledger;
    requires static org.jspecify;
}
