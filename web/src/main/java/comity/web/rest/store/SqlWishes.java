package comity.web.rest.store;

import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.web.rest.Wishes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Keeps wishes in PostgreSQL, so that every node on one database knows them.
public final class SqlWishes implements Wishes {
    private final Transactions transactions;

    public SqlWishes(Transactions transactions) {
        this.transactions = transactions;
    }

    private static JdbcClient sql(Transaction tx) {
        return JdbcClient.create(new SingleConnectionDataSource(tx.connection(), true));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Found take(Wish wish, String digest, Instant now, Instant stuckBefore, Instant forgetBefore) {
        return transactions.write(tx -> {
            sql(tx).sql("delete from web.wish where taken_at < :moment")
                    .param("moment", time(forgetBefore))
                    .update();
            int taken = sql(tx).sql("""
                            insert into web.wish (person, name, digest, taken_at)
                            values (:person, :name, :digest, :now)
                            on conflict (person, name) do update
                               set digest = excluded.digest, taken_at = excluded.taken_at
                             where web.wish.status is null and web.wish.taken_at < :stuck
                            """)
                    .param("person", wish.person())
                    .param("name", wish.name())
                    .param("digest", digest)
                    .param("now", time(now))
                    .param("stuck", time(stuckBefore))
                    .update();
            return taken == 1 ? new Found.Taken() : found(tx, wish, digest);
        });
    }

    private static Found found(Transaction tx, Wish wish, String digest) {
        return sql(tx).sql("""
                        select digest, status, content_type, entity_tag, location, body
                          from web.wish
                         where person = :person and name = :name
                        """)
                .param("person", wish.person())
                .param("name", wish.name())
                .query((row, _) -> found(row, digest))
                .single();
    }

    private static Found found(ResultSet row, String digest) throws SQLException {
        if (!digest.equals(row.getString("digest"))) {
            return new Found.AnotherWish();
        }
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new Found.InHand();
        }
        return new Found.Answered(new KeptAnswer(
                status,
                row.getString("content_type"),
                Optional.ofNullable(row.getString("entity_tag")),
                Optional.ofNullable(row.getString("location")),
                row.getBytes("body")));
    }

    @Override
    public void answered(Wish wish, KeptAnswer answer) {
        transactions.write(tx -> sql(tx).sql("""
                        update web.wish
                           set status = :status, content_type = :type, entity_tag = :tag,
                               location = :location, body = :body
                         where person = :person and name = :name
                        """)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("tag", answer.entityTag().orElse(null))
                .param("location", answer.location().orElse(null))
                .param("body", answer.body())
                .param("person", wish.person())
                .param("name", wish.name())
                .update());
    }

    @Override
    public void letGo(Wish wish) {
        transactions.write(
                tx -> sql(tx).sql("delete from web.wish where person = :person and name = :name and status is null")
                        .param("person", wish.person())
                        .param("name", wish.name())
                        .update());
    }
}
