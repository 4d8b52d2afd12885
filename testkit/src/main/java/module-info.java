/// What tests share. Knows the kernel and the database, no area.
@org.jspecify.annotations.NullMarked
module comity.testkit {
    requires transitive comity.kernel;
    requires comity.postgres;
    requires static org.jspecify;
}
