/// What tests share. Knows the kernel and the database, no area.
@org.jspecify.annotations.NullMarked
module comity.testkit {
    requires transitive comity.kernel;
    requires comity.postgres;
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires java.logging;
    requires jdk.httpserver;
    requires static org.jspecify;

    exports comity.testkit;
}
