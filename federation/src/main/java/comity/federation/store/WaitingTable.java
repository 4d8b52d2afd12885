package comity.federation.store;

import comity.kernel.StateCode;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Letters for which no receipt has come, and who is sending them at present.
///
/// A letter is sent by whoever holds its lease. A lease ends by itself, so that a node that died leaves nothing
/// undone.
public final class WaitingTable {
    private WaitingTable() {}

    /// A letter that has just been put.
    public record New(
            UUID letter, StateCode peer, String thread, int number, Instant putAt, Instant termAt, Instant expiresAt) {}

    /// A letter whose turn it is.
    ///
    /// @param body plain; null when the letter is sealed already
    /// @param envelope in which it was sealed
    public record Due(
            UUID letter,
            String kind,
            int version,
            String thread,
            int number,
            Instant putAt,
            Instant expiresAt,
            int attempts,
            byte @Nullable [] body,
            Optional<UUID> envelope) {}

    /// A letter whose term or life is over.
    public record Late(UUID letter, StateCode peer, Instant putAt, int attempts, String lastProblem, boolean expired) {}

    public static void add(Transaction tx, Collection<New> letters) {
        Sql.batch(tx, """
                insert into federation.waiting (letter, peer, thread, number, put_at, term_at, expires_at, next_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", letters, (insert, letter) -> {
            insert.setObject(1, letter.letter);
            insert.setString(2, letter.peer.code());
            insert.setString(3, letter.thread);
            insert.setInt(4, letter.number);
            insert.setObject(5, Sql.utc(letter.putAt));
            insert.setObject(6, Sql.utc(letter.termAt));
            insert.setObject(7, Sql.utc(letter.expiresAt));
            insert.setObject(8, Sql.utc(letter.putAt));
        });
    }

    /// The oldest letters to a State that may be sent now. Of a thread only those are given before which nothing
    /// else of that thread is on its way, sealed otherwise or resting.
    public static List<Due> due(Transaction tx, StateCode peer, Instant now, int limit) {
        return Sql.query(tx, """
                select w.letter, w.thread, w.number, w.put_at, w.expires_at, w.attempts, w.envelope,
                       o.kind, o.version, case when w.envelope is null then o.body end as body
                from federation.waiting w join federation.letter_out o on o.id = w.letter
                where w.peer = ? and w.next_at <= ? and (w.leased_until is null or w.leased_until <= ?)
                  and w.expires_at > ?
                  and not exists (
                      select 1 from federation.waiting e
                      where e.peer = w.peer and e.thread = w.thread and e.number < w.number
                        and e.envelope is distinct from w.envelope
                        and (e.envelope is not null or e.next_at > ? or e.leased_until > ?))
                order by w.put_at, w.number
                limit ?""", WaitingTable::due, peer.code(), now, now, now, now, now, limit);
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                Sql.id(row, "letter"),
                row.getString("kind"),
                row.getInt("version"),
                row.getString("thread"),
                row.getInt("number"),
                Sql.instant(row, "put_at"),
                Sql.instant(row, "expires_at"),
                row.getInt("attempts"),
                row.getBytes("body"),
                Optional.ofNullable(row.getObject("envelope", UUID.class)));
    }

    /// Ties letters to the envelopes they were sealed in and takes their lease. Gives the letters that were still
    /// free.
    ///
    /// @param envelopes by letter
    public static Set<UUID> bind(Transaction tx, Map<UUID, UUID> envelopes, Instant now, Instant leasedUntil) {
        return changed(tx, """
                update federation.waiting w
                set envelope = b.envelope, leased_until = ?, attempts = attempts + 1
                from unnest(?::uuid[], ?::uuid[]) as b(letter, envelope)
                where w.letter = b.letter and w.envelope is null and (w.leased_until is null or w.leased_until <= ?)
                returning w.letter as id""", update -> {
            update.setObject(1, Sql.utc(leasedUntil));
            update.setArray(2, Sql.ids(tx, envelopes.keySet()));
            update.setArray(3, Sql.ids(tx, envelopes.values()));
            update.setObject(4, Sql.utc(now));
        });
    }

    /// Takes the lease of envelopes that were sealed before. Gives those that were free.
    public static Set<UUID> lease(Transaction tx, Collection<UUID> envelopes, Instant now, Instant leasedUntil) {
        return changed(tx, """
                update federation.waiting
                set leased_until = ?, attempts = attempts + 1
                where envelope = any(?) and (leased_until is null or leased_until <= ?)
                returning envelope as id""", update -> {
            update.setObject(1, Sql.utc(leasedUntil));
            update.setArray(2, Sql.ids(tx, envelopes));
            update.setObject(3, Sql.utc(now));
        });
    }

    /// Frees letters from envelopes that will not be sent after all.
    public static void unbind(Transaction tx, Collection<UUID> envelopes) {
        if (!envelopes.isEmpty()) {
            Sql.update(tx, """
                    update federation.waiting
                    set envelope = null, leased_until = null, attempts = attempts - 1
                    where envelope = any(?)""", Sql.ids(tx, envelopes));
        }
    }

    /// Ends all leases.
    public static void releaseAll(Transaction tx) {
        Sql.update(tx, """
                update federation.waiting set leased_until = null where leased_until is not null""");
    }

    /// To which States something may be sent now.
    public static List<StateCode> peersDue(Transaction tx, Instant now) {
        return Sql.query(tx, """
                select distinct peer from federation.waiting
                where next_at <= ? and (leased_until is null or leased_until <= ?)""", row -> new StateCode(row.getString("peer")), now, now);
    }

    /// Whether [#late] would find something.
    public static boolean anyLate(Transaction tx, Instant now) {
        return Sql.query(tx, """
                select exists (select 1 from federation.waiting where not timed_out and term_at <= ?)
                    or exists (select 1 from federation.waiting where expires_at <= ?) as late""", row -> row.getBoolean("late"), now, now).getFirst();
    }

    /// What an envelope is known to hold.
    public record Inside(String thread, String kind) {}

    /// Which letters of an envelope still wait.
    public static Map<UUID, Inside> lettersIn(Transaction tx, UUID envelope) {
        Map<UUID, Inside> letters = new HashMap<>();
        Sql.query(
                        tx,
                        """
                select w.letter, w.thread, o.kind
                from federation.waiting w join federation.letter_out o on o.id = w.letter
                where w.envelope = ?""",
                        row -> Map.entry(
                                Sql.id(row, "letter"), new Inside(row.getString("thread"), row.getString("kind"))),
                        envelope)
                .forEach(letter -> letters.put(letter.getKey(), letter.getValue()));
        return letters;
    }

    /// Gives the lease of an envelope back, to be taken again later.
    public static void postpone(Transaction tx, UUID envelope, Instant nextAt, String problem) {
        Sql.update(tx, """
                update federation.waiting set leased_until = null, next_at = ?, last_problem = ?
                where envelope = ?""", nextAt, problem, envelope);
    }

    /// A receipt has come, or the letter has been given up.
    public static void remove(Transaction tx, Collection<UUID> letters) {
        Sql.update(tx, """
                delete from federation.waiting where letter = any(?)""", Sql.ids(tx, letters));
    }

    /// Letters past their term that nobody has been told of, and letters past their end. A letter behind one that
    /// is past its end is past its own: without the earlier one the other node would not take it.
    public static List<Late> late(Transaction tx, Instant now, int limit) {
        return Sql.query(tx, """
                select w.letter, w.peer, w.put_at, w.attempts, w.last_problem,
                       (w.expires_at <= ? or exists (
                           select 1 from federation.waiting e
                           where e.peer = w.peer and e.thread = w.thread and e.number < w.number
                             and e.expires_at <= ?)) as expired
                from federation.waiting w
                where (not w.timed_out and w.term_at <= ?) or w.expires_at <= ? or exists (
                    select 1 from federation.waiting e
                    where e.peer = w.peer and e.thread = w.thread and e.number < w.number and e.expires_at <= ?)
                order by w.put_at, w.number
                limit ?
                for update of w skip locked""", WaitingTable::late, now, now, now, now, now, limit);
    }

    private static Late late(ResultSet row) throws SQLException {
        return new Late(
                Sql.id(row, "letter"),
                new StateCode(row.getString("peer")),
                Sql.instant(row, "put_at"),
                row.getInt("attempts"),
                row.getString("last_problem"),
                row.getBoolean("expired"));
    }

    public static void markTimedOut(Transaction tx, Collection<UUID> letters) {
        Sql.update(tx, """
                update federation.waiting set timed_out = true where letter = any(?)""", Sql.ids(tx, letters));
    }

    /// How many letters wait, by State.
    public static Map<StateCode, Integer> counts(Transaction tx) {
        Map<StateCode, Integer> counts = new TreeMap<>();
        Sql.query(tx, """
                select peer, count(*) as letters from federation.waiting group by peer""", row -> Map.entry(new StateCode(row.getString("peer")), row.getInt("letters")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static Set<UUID> changed(Transaction tx, String sql, Parameters parameters) {
        try (PreparedStatement update = tx.connection().prepareStatement(sql)) {
            parameters.set(update);
            Set<UUID> changed = new HashSet<>();
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    changed.add(Sql.id(rows, "id"));
                }
            }
            return changed;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
