/// The words every room shares: States, references, moments, refusals, transactions. Knows no other room.
@org.jspecify.annotations.NullMarked
module comity.kernel {
    requires transitive java.net.http;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports comity.kernel;
    exports comity.kernel.call;
    exports comity.kernel.transaction;
}
