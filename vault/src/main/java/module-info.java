/// Exhibits: how they come from one node to another.
@org.jspecify.annotations.NullMarked
module comity.vault {
    requires transitive comity.evidence;
    requires transitive java.net.http;
    requires static org.jspecify;

    exports comity.vault.transfer;
}
