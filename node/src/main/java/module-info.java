/// One State's running system: settings, migrations, wiring, main.
@org.jspecify.annotations.NullMarked
module comity.node {
    requires comity.kernel;
    requires comity.postgres;
    requires comity.law;
    requires comity.directory;
    requires comity.ledger;
    requires comity.federation;
    requires comity.safeguards;
    requires comity.requests;
    requires comity.desk;
    requires comity.api;
    requires comity.web;
    requires comity.cli;
    requires static org.jspecify;
}
