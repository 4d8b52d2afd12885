/// Pages for people and the REST controllers.
@org.jspecify.annotations.NullMarked
module comity.web {
    requires comity.kernel;
    requires comity.law;
    requires comity.directory;
    requires comity.ledger;
    requires comity.federation;
    requires comity.safeguards;
    requires comity.requests;
    requires comity.desk;
    requires comity.api;
    requires static org.jspecify;
}
