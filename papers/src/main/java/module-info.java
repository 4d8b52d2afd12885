/// Documents as PDF/A. Knows no area: what a document says is its writer's affair.
@org.jspecify.annotations.NullMarked
module comity.papers {
    requires transitive comity.kernel;
    requires java.desktop;
    requires java.xml;
    requires openhtmltopdf.core;
    requires openhtmltopdf.pdfbox;
    requires openhtmltopdf.rtl.support;
    requires openhtmltopdf.svg.support;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires static org.jspecify;

    exports comity.papers;
}
