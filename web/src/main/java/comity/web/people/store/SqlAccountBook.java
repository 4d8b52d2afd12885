package comity.web.people.store;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.web.people.AccessToken;
import comity.web.people.Account;
import comity.web.people.AccountBook;
import comity.web.people.KeptForm;
import comity.web.people.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The account book in the node's database.
public final class SqlAccountBook implements AccountBook {
    private final Transactions transactions;

    public SqlAccountBook(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(Account account) {
        return write(sql -> named(sql.sql("""
                                        insert into web.account (id, sign_in_name, display_name, roles, language, zone,
                                            password_hash, created_at, disabled_at, speaks_for)
                                        values (:id, :signInName, :displayName, :roles, :language, :zone,
                                            :passwordHash, :createdAt, :disabledAt, :speaksFor)
                                        on conflict (sign_in_name) do nothing
                                        """), account)
                        .param("createdAt", Sql.time(account.createdAt()))
                        .update())
                == 1;
    }

    @Override
    public void change(Account account) {
        write(sql -> named(sql.sql("""
                                update web.account
                                set sign_in_name = :signInName, display_name = :displayName, roles = :roles,
                                    language = :language, zone = :zone, password_hash = :passwordHash,
                                    disabled_at = :disabledAt, speaks_for = :speaksFor
                                where id = :id
                                """), account).update());
    }

    private static JdbcClient.StatementSpec named(JdbcClient.StatementSpec statement, Account account) {
        return statement
                .param("id", account.id())
                .param("signInName", account.signInName())
                .param("displayName", account.displayName())
                .param("roles", Sql.roles(account.roles()))
                .param("language", account.language().tag())
                .param("zone", account.zone().getId())
                .param("passwordHash", account.passwordHash().orElse(null))
                .param("disabledAt", Sql.time(account.disabledAt()))
                .param("speaksFor", account.speaksFor().map(StateCode::code).orElse(null));
    }

    @Override
    public Optional<Account> find(UUID id) {
        return read(sql -> sql.sql("select * from web.account where id = ?")
                .param(id)
                .query(SqlAccountBook::account)
                .optional());
    }

    @Override
    public Optional<Account> findBySignInName(String signInName) {
        return read(sql -> sql.sql("select * from web.account where sign_in_name = ?")
                .param(signInName)
                .query(SqlAccountBook::account)
                .optional());
    }

    @Override
    public List<Account> all() {
        return read(sql -> sql.sql("select * from web.account order by sign_in_name")
                .query(SqlAccountBook::account)
                .list());
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("sign_in_name"),
                row.getString("display_name"),
                Sql.roles(row.getString("roles")),
                Language.ofTag(row.getString("language")).orElse(Language.ENGLISH),
                ZoneId.of(row.getString("zone")),
                Optional.ofNullable(row.getString("password_hash")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Sql.instant(row.getObject("disabled_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getString("speaks_for")).map(StateCode::new));
    }

    @Override
    public void addSession(byte[] key, Session session) {
        write(sql -> sql.sql("insert into web.session (key, account, started_at, seen_at) values (?, ?, ?, ?)")
                .params(key, session.account(), Sql.time(session.startedAt()), Sql.time(session.seenAt()))
                .update());
    }

    @Override
    public Optional<Session> session(byte[] key) {
        return read(sql -> sql.sql("select * from web.session where key = ?")
                .param(key)
                .query((row, _) -> new Session(
                        row.getObject("account", UUID.class),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        row.getInt("extensions"),
                        Sql.instant(row.getObject("ended_at", OffsetDateTime.class))))
                .optional());
    }

    @Override
    public void sessionSeen(byte[] key, Instant at) {
        write(sql -> sql.sql("update web.session set seen_at = greatest(seen_at, ?) where key = ?")
                .params(Sql.time(at), key)
                .update());
    }

    @Override
    public void extendSession(byte[] key) {
        write(sql -> sql.sql("update web.session set extensions = extensions + 1 where key = ?")
                .param(key)
                .update());
    }

    @Override
    public void endSession(byte[] key, Instant at) {
        write(sql -> sql.sql("update web.session set ended_at = coalesce(ended_at, ?) where key = ?")
                .params(Sql.time(at), key)
                .update());
    }

    @Override
    public void endSessions(UUID account, Instant at) {
        write(sql -> sql.sql("update web.session set ended_at = coalesce(ended_at, ?) where account = ?")
                .params(Sql.time(at), account)
                .update());
    }

    @Override
    public void keep(KeptForm form) {
        write(sql -> {
            sql.sql("insert into web.kept_form (id, account, path, fields, at) values (?, ?, ?, ?, ?)")
                    .params(form.id(), form.account(), form.path(), FieldText.write(form.fields()), Sql.time(form.at()))
                    .update();
            return sql.sql("""
                            delete from web.kept_form where account = :account and id not in (
                                select id from web.kept_form where account = :account order by at desc, id desc limit :most)
                            """)
                    .param("account", form.account())
                    .param("most", MOST_KEPT)
                    .update();
        });
    }

    @Override
    public Optional<KeptForm> kept(UUID id, UUID account) {
        return read(sql -> sql.sql("select * from web.kept_form where id = ? and account = ?")
                .params(id, account)
                .query((row, _) -> new KeptForm(
                        id,
                        account,
                        row.getString("path"),
                        FieldText.read(row.getString("fields")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional());
    }

    @Override
    public void forgetKept(UUID id, UUID account) {
        write(sql -> sql.sql("delete from web.kept_form where id = ? and account = ?")
                .params(id, account)
                .update());
    }

    @Override
    public void addToken(byte[] key, AccessToken token) {
        write(sql -> sql.sql("""
                        insert into web.token (key, id, account, label, roles, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        key,
                        token.id(),
                        token.account(),
                        token.label(),
                        Sql.roles(token.roles()),
                        Sql.time(token.createdAt()),
                        Sql.time(token.expiresAt()))
                .update());
    }

    @Override
    public Optional<AccessToken> token(byte[] key) {
        return read(sql -> sql.sql("select * from web.token where key = ?")
                .param(key)
                .query(SqlAccountBook::token)
                .optional());
    }

    @Override
    public List<AccessToken> tokens() {
        return read(sql -> sql.sql("select * from web.token order by created_at desc")
                .query(SqlAccountBook::token)
                .list());
    }

    private static AccessToken token(ResultSet row, int number) throws SQLException {
        return new AccessToken(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("label"),
                Sql.roles(row.getString("roles")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Sql.instant(row.getObject("revoked_at", OffsetDateTime.class)));
    }

    @Override
    public void revokeToken(UUID id, Instant at) {
        write(sql -> sql.sql("update web.token set revoked_at = coalesce(revoked_at, ?) where id = ?")
                .params(Sql.time(at), id)
                .update());
    }

    @Override
    public void forgetBefore(Instant instant) {
        write(sql -> {
            sql.sql("delete from web.session where seen_at < ?")
                    .param(Sql.time(instant))
                    .update();
            return sql.sql("delete from web.kept_form where at < ?")
                    .param(Sql.time(instant))
                    .update();
        });
    }

    private <T> T read(Function<JdbcClient, T> query) {
        return transactions.read((Transaction tx) -> query.apply(Sql.client(tx)));
    }

    private <T> T write(Function<JdbcClient, T> change) {
        return transactions.write((Transaction tx) -> change.apply(Sql.client(tx)));
    }
}
