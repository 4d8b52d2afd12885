/// May this be asked, answered, kept? And who looked.
@org.jspecify.annotations.NullMarked
module comity.safeguards {
    requires transitive comity.kernel;
    requires transitive comity.law;
    requires spring.jdbc;
    requires static org.jspecify;

    exports comity.safeguards;
    exports comity.safeguards.oversight;
    exports comity.safeguards.store;
}
