/// The Convention as data: legal bases, grounds, terms, each with article, evidence mark and as-of date.
@org.jspecify.annotations.NullMarked
module comity.law {
    requires transitive comity.kernel;
    requires tools.jackson.databind;
    requires static org.jspecify;

    exports comity.law;
    exports comity.law.treaty;
}
