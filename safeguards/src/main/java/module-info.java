/// May this be asked, answered, kept? And who looked.
@org.jspecify.annotations.NullMarked
module comity.safeguards {
    requires transitive comity.kernel;
    requires transitive comity.law;
    requires static org.jspecify;
}
