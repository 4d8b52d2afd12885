/// One State's running system: settings, migrations, wiring, main. Used by nobody.
@org.jspecify.annotations.NullMarked
module comity.node {
    requires comity.kernel;
    requires comity.postgres;
    requires comity.law;
    requires comity.directory;
    requires comity.ledger;
    requires comity.evidence;
    requires comity.vault;
    requires comity.objects;
    requires comity.federation;
    requires comity.safeguards;
    requires comity.requests;
    requires comity.desk;
    requires comity.api;
    requires comity.web;
    requires comity.cli;
    requires com.github.kagkarlsson.scheduler;
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires info.picocli;
    requires jdk.httpserver;
    requires java.net.http;
    requires java.sql;
    requires org.apache.tomcat.embed.core;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires spring.beans;
    requires spring.boot;
    requires spring.boot.autoconfigure;
    requires spring.boot.tomcat;
    requires spring.boot.web.server;
    requires spring.boot.servlet;
    requires spring.context;
    requires spring.core;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires static org.jspecify;
}
