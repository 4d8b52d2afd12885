package comity.safeguards.store;

import comity.kernel.Role;
import comity.kernel.transaction.Transaction;
import comity.safeguards.oversight.Look;
import comity.safeguards.oversight.LookFilter;
import comity.safeguards.oversight.LookStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Looks in the tables `safeguards.looks` and `safeguards.looks_head`.
public final class SqlLooks implements LookStore {
    @Override
    public Head lockHead(Transaction tx) {
        return head(tx, "SELECT number, seal FROM safeguards.looks_head FOR UPDATE");
    }

    @Override
    public Head readHead(Transaction tx) {
        return head(tx, "SELECT number, seal FROM safeguards.looks_head");
    }

    private static Head head(Transaction tx, String sql) {
        return client(tx)
                .sql(sql)
                .query((row, _) -> new Head(row.getLong("number"), row.getString("seal")))
                .single();
    }

    @Override
    public void add(Transaction tx, Look look) {
        client(tx)
                .sql("""
                        WITH added AS (
                            INSERT INTO safeguards.looks
                                (number, at, person, roles, what, subject, allowed, reason, seal)
                            VALUES (:number, :at, :person, :roles, :what, :subject, :allowed, :reason, :seal)
                            RETURNING number, seal
                        )
                        UPDATE safeguards.looks_head SET number = added.number, seal = added.seal FROM added
                        """)
                .param("number", look.number())
                .param("at", look.at().atOffset(ZoneOffset.UTC))
                .param("person", look.person())
                .param("roles", look.roles().stream().map(Role::code).sorted().collect(Collectors.joining(",")))
                .param("what", look.what())
                .param("subject", look.subject())
                .param("allowed", look.allowed())
                .param("reason", look.reason())
                .param("seal", look.seal())
                .update();
    }

    @Override
    public List<Look> newest(Transaction tx, LookFilter filter, long before, int limit) {
        StringBuilder sql = new StringBuilder("""
                SELECT number, at, person, roles, what, subject, allowed, reason, seal
                FROM safeguards.looks
                WHERE number < :before
                """);
        filter.person().ifPresent(_ -> sql.append(" AND person = :person"));
        filter.subject().ifPresent(_ -> sql.append(" AND subject = :subject"));
        // Written out, not as a parameter: only so does the index of denied looks serve.
        filter.allowed().ifPresent(allowed -> sql.append(allowed ? " AND allowed" : " AND NOT allowed"));
        sql.append(" ORDER BY number DESC LIMIT :limit");
        JdbcClient.StatementSpec query = client(tx).sql(sql.toString());
        filter.person().ifPresent(person -> query.param("person", person));
        filter.subject().ifPresent(subject -> query.param("subject", subject));
        return query.param("before", before)
                .param("limit", limit)
                .query(SqlLooks::look)
                .list();
    }

    @Override
    public List<Look> from(Transaction tx, long number, int limit) {
        return client(tx)
                .sql("""
                        SELECT number, at, person, roles, what, subject, allowed, reason, seal
                        FROM safeguards.looks
                        WHERE number >= :number
                        ORDER BY number LIMIT :limit
                        """)
                .param("number", number)
                .param("limit", limit)
                .query(SqlLooks::look)
                .list();
    }

    private static Look look(ResultSet row, int index) throws SQLException {
        return new Look(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("person"),
                roles(row.getString("roles")),
                row.getString("what"),
                row.getString("subject"),
                row.getBoolean("allowed"),
                row.getString("reason"),
                row.getString("seal"));
    }

    /// A role that this version does not know is left out; the seal over the row then shows that something is
    /// missing.
    private static Set<Role> roles(String codes) {
        return Arrays.stream(codes.split(","))
                .flatMap(code -> Role.ofCode(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static JdbcClient client(Transaction tx) {
        return JdbcClient.create(new SingleConnectionDataSource(tx.connection(), true));
    }
}
