/// The evidence package: how an exhibit is sealed, moved, opened and verified. Knows no request and no node.
@org.jspecify.annotations.NullMarked
module comity.evidence {
    requires transitive comity.kernel;
    requires transitive comity.ledger;
    requires com.exceptionfactory.jagged;
    requires com.exceptionfactory.jagged.framework;
    requires com.exceptionfactory.jagged.x25519;
    requires java.net.http;
    requires jpms_dss_asic_cades;
    requires jpms_dss_asic_common;
    requires jpms_dss_cades;
    requires jpms_dss_document;
    requires jpms_dss_enumerations;
    requires jpms_dss_model;
    requires jpms_dss_spi;
    requires org.apache.commons.compress;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.util;
    requires org.conscrypt;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires static org.jspecify;

    exports comity.evidence;
    exports comity.evidence.age;
    exports comity.evidence.bag;
    exports comity.evidence.contents;
    exports comity.evidence.court;
    exports comity.evidence.pack;
    exports comity.evidence.paper;
    exports comity.evidence.signature;
}
