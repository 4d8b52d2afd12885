package comity.vault.store;

import comity.evidence.contents.Names;
import comity.kernel.ExhibitReference;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.vault.Custody;
import comity.vault.CustodyEvent;
import comity.vault.CustodyText;
import comity.vault.Exhibit;
import comity.vault.ExhibitFile;
import comity.vault.ExhibitState;
import comity.vault.Exposure;
import comity.vault.Remainder;
import comity.vault.exhibits.ExhibitStore;
import comity.vault.exhibits.OpeningWish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Exhibits in the schema `vault`.
public final class SqlExhibits implements ExhibitStore {
    @Override
    public ExhibitReference nextReference(Transaction tx, StateCode own, int year) {
        JdbcClient sql = client(tx);
        sql.sql("insert into vault.serial (state, year, last) values (?, ?, 0) on conflict do nothing")
                .params(own.code(), year)
                .update();
        int last = sql.sql("select last from vault.serial where state = ? and year = ? for update")
                .params(own.code(), year)
                .query(Integer.class)
                .single();
        ExhibitReference next = ExhibitReference.next(own, year, last);
        sql.sql("update vault.serial set last = ? where state = ? and year = ?")
                .params(next.serial(), own.code(), year)
                .update();
        return next;
    }

    @Override
    public Optional<Exhibit> find(Transaction tx, ExhibitReference reference) {
        return client(tx)
                .sql("select record from vault.exhibit where reference = ?")
                .param(reference.toString())
                .query((row, _) -> ExhibitText.read(row.getString("record")))
                .optional();
    }

    @Override
    public Optional<Exhibit> lock(Transaction tx, ExhibitReference reference) {
        return client(tx)
                .sql("select record from vault.exhibit where reference = ? for update")
                .param(reference.toString())
                .query((row, _) -> ExhibitText.read(row.getString("record")))
                .optional();
    }

    @Override
    public Optional<Exhibit> ofPackage(Transaction tx, UUID packageId) {
        return client(tx)
                .sql("select record from vault.exhibit where package = ?")
                .param(packageId)
                .query((row, _) -> ExhibitText.read(row.getString("record")))
                .optional();
    }

    @Override
    public List<Exhibit> ofRequest(Transaction tx, RequestReference request) {
        return client(tx)
                .sql("select record from vault.exhibit where request = ? order by created_at, id")
                .param(request.toString())
                .query((row, _) -> ExhibitText.read(row.getString("record")))
                .list();
    }

    @Override
    public List<Exhibit> waiting(Transaction tx, int limit) {
        return client(tx)
                .sql("""
                        select record from vault.exhibit where state in ('sealing', 'announced')
                        order by created_at limit ?""")
                .param(limit)
                .query((row, _) -> ExhibitText.read(row.getString("record")))
                .list();
    }

    @Override
    public void add(Transaction tx, Exhibit exhibit) {
        client(tx)
                .sql("""
                        insert into vault.exhibit
                            (id, reference, request, peer, version, state, package, record, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)""")
                .param(exhibit.id())
                .param(exhibit.reference().toString())
                .param(exhibit.request().toString())
                .param(exhibit.peer().code())
                .param(exhibit.version())
                .param(exhibit.state().word())
                .param(packageOf(exhibit))
                .param(ExhibitText.write(exhibit))
                .param(time(exhibit.createdAt()))
                .update();
    }

    @Override
    public void save(Transaction tx, Exhibit exhibit) {
        int changed = client(tx)
                .sql("""
                        update vault.exhibit
                        set version = ?, state = ?, package = coalesce(?, package), record = cast(? as jsonb)
                        where id = ? and version < ?""")
                .param(exhibit.version())
                .param(exhibit.state().word())
                .param(packageOf(exhibit))
                .param(ExhibitText.write(exhibit))
                .param(exhibit.id())
                .param(exhibit.version())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("The exhibit to save is not there, or was changed meanwhile");
        }
    }

    private static @Nullable UUID packageOf(Exhibit exhibit) {
        return switch (exhibit.state()) {
            case ExhibitState.OnOffer offer -> offer.sealed().id();
            case ExhibitState.Here here -> here.sealed().id();
            default -> null;
        };
    }

    @Override
    public void keepSeal(Transaction tx, UUID exhibit, byte[] seal, byte[] signature) {
        client(tx)
                .sql("update vault.exhibit set seal = ?, signature = ? where id = ?")
                .params(seal, signature, exhibit)
                .update();
    }

    @Override
    public Optional<SealPapers> seal(Transaction tx, UUID exhibit) {
        return client(tx)
                .sql("select seal, signature from vault.exhibit where id = ? and seal is not null")
                .param(exhibit)
                .query((row, _) -> new SealPapers(row.getBytes("seal"), row.getBytes("signature")))
                .optional();
    }

    @Override
    public List<ExhibitFile> files(Transaction tx, UUID exhibit) {
        return client(tx)
                .sql(
                        "select name, bytes, sha256, taken_in_at, compared from vault.file where exhibit = ? order by name")
                .param(exhibit)
                .query((row, _) -> new ExhibitFile(
                        row.getString("name"),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        row.getObject("taken_in_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("compared")))
                .list();
    }

    @Override
    public boolean hasFile(Transaction tx, UUID exhibit, String name) {
        return client(tx)
                .sql("select exists (select from vault.file where exhibit = ? and folded = ?)")
                .params(exhibit, Names.folded(name))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void addFile(Transaction tx, UUID exhibit, ExhibitFile file) {
        client(tx)
                .sql("""
                        insert into vault.file (exhibit, name, folded, bytes, sha256, taken_in_at, compared)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        exhibit,
                        file.name(),
                        Names.folded(file.name()),
                        file.bytes(),
                        file.sha256(),
                        time(file.takenInAt()),
                        file.compared())
                .update();
    }

    @Override
    public void removeFile(Transaction tx, UUID exhibit, String name) {
        client(tx)
                .sql("delete from vault.file where exhibit = ? and name = ?")
                .params(exhibit, name)
                .update();
    }

    @Override
    public List<Remainder> remainders(Transaction tx, UUID exhibit) {
        return client(tx)
                .sql("""
                        select number, ground, entries, sha256, listed_at from vault.remainder
                        where exhibit = ? order by number""")
                .param(exhibit)
                .query((row, _) -> new Remainder(
                        row.getInt("number"),
                        Remainder.Ground.ofCode(row.getString("ground")).orElseThrow(),
                        row.getInt("entries"),
                        row.getString("sha256"),
                        row.getObject("listed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void addRemainder(Transaction tx, UUID exhibit, Remainder remainder, byte[] sealed) {
        client(tx)
                .sql("""
                        insert into vault.remainder (exhibit, number, ground, entries, sha256, sealed, listed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        exhibit,
                        remainder.number(),
                        remainder.ground().code(),
                        remainder.entries(),
                        remainder.sha256(),
                        sealed,
                        time(remainder.listedAt()))
                .update();
    }

    @Override
    public Optional<byte[]> sealedRemainder(Transaction tx, UUID exhibit, int number) {
        return client(tx)
                .sql("select sealed from vault.remainder where exhibit = ? and number = ?")
                .params(exhibit, number)
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }

    @Override
    public void dropRemainders(Transaction tx, UUID exhibit) {
        client(tx)
                .sql("delete from vault.remainder where exhibit = ?")
                .param(exhibit)
                .update();
    }

    @Override
    public void beginExposure(Transaction tx, UUID exhibit, String role, Instant now) {
        client(tx)
                .sql("insert into vault.exposure (exhibit, role, opened_at) values (?, ?, ?)")
                .params(exhibit, role, time(now))
                .update();
    }

    @Override
    public void endExposures(Transaction tx, UUID exhibit, Instant now) {
        client(tx)
                .sql("update vault.exposure set closed_at = ? where exhibit = ? and closed_at is null")
                .params(time(now), exhibit)
                .update();
    }

    @Override
    public List<Exposure> exposures(Transaction tx, UUID exhibit, Instant now, Duration longest) {
        return client(tx)
                .sql("""
                        select role, cast(sum(extract(epoch from
                            least(coalesce(closed_at, ?), opened_at + make_interval(secs => ?)) - opened_at)) as bigint)
                            as seconds
                        from vault.exposure where exhibit = ? group by role order by role""")
                .params(time(now), (double) longest.toSeconds(), exhibit)
                .query((row, _) -> new Exposure(row.getString("role"), Duration.ofSeconds(row.getLong("seconds"))))
                .list();
    }

    @Override
    public Custody custody(Transaction tx, UUID exhibit) {
        List<Custody.Entry> entries = new ArrayList<>();
        List<Custody.Withheld> withheld = new ArrayList<>();
        client(tx)
                .sql("""
                        select state, number, told, bytes, digest, leaf from vault.event
                        where exhibit = ? order by state, number""")
                .param(exhibit)
                .query((row, _) -> row.getBytes("bytes") == null
                        ? withheld.add(new Custody.Withheld(
                                new StateCode(row.getString("state")), row.getInt("number"), row.getString("digest")))
                        : entries.add(entry(row)))
                .list();
        return new Custody(entries, withheld);
    }

    @Override
    public Optional<CustodyEvent> last(Transaction tx, UUID exhibit, StateCode state) {
        return client(tx)
                .sql("""
                        select bytes from vault.event where exhibit = ? and state = ? and bytes is not null
                        order by number desc limit 1""")
                .params(exhibit, state.code())
                .query((row, _) -> CustodyText.read(row.getBytes("bytes")))
                .optional();
    }

    @Override
    public List<CustodyEvent> after(Transaction tx, UUID exhibit, StateCode state, int number) {
        return client(tx)
                .sql("""
                        select bytes from vault.event
                        where exhibit = ? and state = ? and number > ? and bytes is not null order by number""")
                .params(exhibit, state.code(), number)
                .query((row, _) -> CustodyText.read(row.getBytes("bytes")))
                .list();
    }

    private static Custody.Entry entry(ResultSet row) throws SQLException {
        long leaf = row.getLong("leaf");
        return new Custody.Entry(
                CustodyText.read(row.getBytes("bytes")),
                row.wasNull() ? OptionalLong.empty() : OptionalLong.of(leaf),
                row.getBoolean("told"));
    }

    @Override
    public void addEvent(Transaction tx, UUID exhibit, Custody.Entry entry) {
        client(tx)
                .sql("""
                        insert into vault.event (exhibit, state, number, told, bytes, digest, leaf)
                        values (?, ?, ?, ?, ?, ?, nullif(cast(? as bigint), -1))""")
                .param(exhibit)
                .param(entry.event().state().code())
                .param(entry.event().number())
                .param(entry.told())
                .param(entry.event().bytes())
                .param(entry.event().digest())
                .param(entry.leaf().orElse(-1))
                .update();
    }

    @Override
    public void addWithheld(Transaction tx, UUID exhibit, Custody.Withheld withheld) {
        client(tx)
                .sql("insert into vault.event (exhibit, state, number, told, digest) values (?, ?, ?, true, ?)")
                .params(exhibit, withheld.state().code(), withheld.number(), withheld.digest())
                .update();
    }

    @Override
    public int told(Transaction tx, UUID exhibit) {
        return client(tx)
                .sql("select told from vault.exhibit where id = ?")
                .param(exhibit)
                .query(Integer.class)
                .single();
    }

    @Override
    public void setTold(Transaction tx, UUID exhibit, int number) {
        client(tx)
                .sql("update vault.exhibit set told = ? where id = ?")
                .params(number, exhibit)
                .update();
    }

    @Override
    public Optional<OpeningWish.Waiting> wish(Transaction tx, UUID exhibit) {
        return client(tx)
                .sql("select person, role, why, asked_at from vault.wish where exhibit = ?")
                .param(exhibit)
                .query((row, _) -> new OpeningWish.Waiting(
                        new OpeningWish(row.getString("person"), row.getString("role"), row.getString("why")),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public void keepWish(Transaction tx, UUID exhibit, OpeningWish.Waiting waiting) {
        OpeningWish wish = waiting.wish();
        client(tx)
                .sql("insert into vault.wish (exhibit, person, role, why, asked_at) values (?, ?, ?, ?, ?)")
                .params(exhibit, wish.person(), wish.role(), wish.why(), time(waiting.askedAt()))
                .update();
    }

    @Override
    public void dropWish(Transaction tx, UUID exhibit) {
        client(tx)
                .sql("delete from vault.wish where exhibit = ?")
                .param(exhibit)
                .update();
    }

    @Override
    public void forgetWishes(Transaction tx, Instant askedUntil) {
        client(tx)
                .sql("delete from vault.wish where asked_at <= ?")
                .param(time(askedUntil))
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static JdbcClient client(Transaction tx) {
        return tx.kept(
                        Client.class,
                        open -> new Client(JdbcClient.create(new SingleConnectionDataSource(open.connection(), true))))
                .jdbc();
    }

    /// One client for all the statements of a database transaction.
    private record Client(JdbcClient jdbc) {}
}
