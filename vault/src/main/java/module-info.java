/// Exhibits: what they are, who had them, and how they come from one node to another.
@org.jspecify.annotations.NullMarked
module comity.vault {
    requires transitive comity.evidence;
    requires transitive comity.federation;
    requires transitive comity.directory;
    requires transitive comity.papers;
    requires transitive java.net.http;
    requires spring.core;
    requires spring.jdbc;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires static org.jspecify;

    exports comity.vault;
    exports comity.vault.exhibits;
    exports comity.vault.picture;
    exports comity.vault.shelf;
    exports comity.vault.store;
    exports comity.vault.transfer;
}
