/// The wire between nodes: letters, receipts, courier, inbox. Does not know what letters say.
@org.jspecify.annotations.NullMarked
module comity.federation {
    requires transitive comity.kernel;
    requires transitive comity.directory;
    requires transitive comity.ledger;
    requires com.nimbusds.jose.jwt;
    requires transitive java.net.http;
    requires tools.jackson.databind;
    requires static org.jspecify;

    exports comity.federation;
    exports comity.federation.certainty;
    exports comity.federation.cosigning;
    exports comity.federation.courier;
    exports comity.federation.envelope;
    exports comity.federation.inbox;
    exports comity.federation.letters;
    exports comity.federation.recall;
}
