/// A real PostgreSQL on this machine for nodes and tests that bring none of their own.
@org.jspecify.annotations.NullMarked
module comity.postgres {
    requires transitive java.sql;
    requires org.apache.commons.compress;
    requires org.tukaani.xz;
    requires org.postgresql.jdbc;
    requires static org.jspecify;

    exports comity.postgres;
}
