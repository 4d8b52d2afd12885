/// The public HTTP contract as plain records.
@org.jspecify.annotations.NullMarked
module comity.api {
    requires transitive comity.kernel;
    requires static org.jspecify;

    exports comity.api;
    exports comity.api.act;
    exports comity.api.contract;
    exports comity.api.desk;
    exports comity.api.directory;
    exports comity.api.emergency;
    exports comity.api.exhibit;
    exports comity.api.law;
    exports comity.api.ledger;
    exports comity.api.node;
    exports comity.api.request;
}
