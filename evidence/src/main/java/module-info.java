/// The evidence package: how an exhibit is sealed, moved, opened and verified. Knows no request and no node.
@org.jspecify.annotations.NullMarked
module comity.evidence {
    requires transitive comity.kernel;
    requires transitive comity.ledger;
    requires com.exceptionfactory.jagged;
    requires com.exceptionfactory.jagged.framework;
    requires com.exceptionfactory.jagged.x25519;
    requires org.apache.commons.compress;
    requires org.conscrypt;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires static org.jspecify;

    exports comity.evidence;
    exports comity.evidence.age;
    exports comity.evidence.bag;
    exports comity.evidence.contents;
    exports comity.evidence.pack;
    exports comity.evidence.paper;
    exports comity.evidence.signature;
}
