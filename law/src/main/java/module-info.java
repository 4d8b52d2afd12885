/// The Convention as data: legal bases, grounds, terms, each with article, evidence mark and as-of date.
@org.jspecify.annotations.NullMarked
module comity.law {
    requires transitive comity.kernel;
    requires org.apache.commons.csv;
    requires tools.jackson.databind;
    requires static org.jspecify;

    exports comity.law.basis;
    exports comity.law.dispute;
    exports comity.law.eligibility;
    exports comity.law.gaps;
    exports comity.law.guide;
    exports comity.law.living;
    exports comity.law.matching;
    exports comity.law.offence.book;
    exports comity.law.offence;
    exports comity.law.treaty;
    exports comity.law.words;
    exports comity.law;
}
