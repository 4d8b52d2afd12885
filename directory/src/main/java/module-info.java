/// Who is who: authorities, desks, keys, published needs; a signed, versioned list from the registry.
@org.jspecify.annotations.NullMarked
module comity.directory {
    requires transitive comity.kernel;
    requires transitive comity.law;
    requires transitive java.net.http;
    requires com.nimbusds.jose.jwt;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires transitive tools.jackson.databind;
    requires static org.jspecify;

    exports comity.directory;
    exports comity.directory.keys;
    exports comity.directory.list;
    exports comity.directory.proposals;
    exports comity.directory.proposals.store;
}
