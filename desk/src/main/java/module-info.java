/// The 24/7 duty desk: what waits, who is rung, what was acknowledged.
@org.jspecify.annotations.NullMarked
module comity.desk {
    requires transitive comity.kernel;
    requires transitive comity.directory;
    requires transitive comity.federation;
    requires transitive comity.requests;
    requires static org.jspecify;

    exports comity.desk;
}
