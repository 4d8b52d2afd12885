/// A real PostgreSQL on this machine for nodes and tests that bring none of their own.
@org.jspecify.annotations.NullMarked
module comity.postgres {
    requires java.sql;
    requires org.apache.commons.compress;
    requires org.tukaani.xz;
    requires static org.jspecify;
}
