/// Pages for people and the REST controllers.
@org.jspecify.annotations.NullMarked
module comity.web {
    requires comity.kernel;
    requires comity.law;
    requires comity.directory;
    requires comity.ledger;
    requires comity.federation;
    requires comity.papers;
    requires comity.safeguards;
    requires comity.vault;
    requires comity.requests;
    requires comity.desk;
    requires comity.api;
    requires com.ibm.icu;
    requires gg.jte.runtime;
    requires io.nayuki.qrcodegen;
    requires java.sql;
    requires java.xml;
    requires org.apache.tomcat.embed.core;
    requires org.slf4j;
    requires spring.beans;
    requires spring.boot;
    requires spring.boot.tomcat;
    requires spring.boot.web.server;
    requires spring.boot.webmvc;
    requires spring.context;
    requires spring.core;
    requires spring.jdbc;
    requires spring.security.config;
    requires spring.security.core;
    requires spring.security.crypto;
    requires spring.security.web;
    requires spring.security.webauthn;
    requires spring.web;
    requires spring.webmvc;
    requires tools.jackson.databind;
    requires tus.java.server;
    requires static org.jspecify;

    exports comity.web;
    exports comity.web.people;
    exports comity.web.registry;
    exports comity.web.wiring;
}
