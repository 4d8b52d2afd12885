/// The public HTTP contract as plain records.
@org.jspecify.annotations.NullMarked
module comity.api {
    requires transitive comity.kernel;
    requires static org.jspecify;
}
