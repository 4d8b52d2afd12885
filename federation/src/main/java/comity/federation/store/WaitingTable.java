package comity.federation.store;

import comity.kernel.StateCode;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Letters for which no receipt has come, and who is sending them at present.
///
/// A letter is sent by whoever holds its lease. A lease ends by itself, so that a node that died leaves
/// nothing undone.
public final class WaitingTable {
    private WaitingTable() {}

    /// A letter that has just been put.
    public record New(
            UUID letter, StateCode peer, String thread, int number, Instant putAt, Instant termAt, Instant expiresAt) {}

    /// A letter whose turn it is.
    ///
    /// @param envelope in which it was sealed
    public record Due(
            UUID letter,
            String thread,
            int number,
            Instant putAt,
            Instant expiresAt,
            int attempts,
            Optional<UUID> envelope) {}

    /// Something before which later letters of its thread must not go: it is sealed, resting or on its
    /// way.
    private record Ahead(String thread, int number, Optional<UUID> envelope) {
        boolean holdsUp(Due letter) {
            return number < letter.number && !envelope.equals(letter.envelope);
        }
    }

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

    /// Puts letters on the way again that a State has answered for and says that it has lost.
    ///
    /// @param fromLeaf the first of its leaves that it has lost
    public static int again(
            Transaction tx, StateCode peer, long fromLeaf, Instant now, Instant termAt, Instant expiresAt) {
        return Sql.update(
                tx, """
                insert into federation.waiting (letter, peer, thread, number, put_at, term_at, expires_at, next_at)
                select o.id, o.peer, o.thread, o.number, ?, ?, ?, ?
                from federation.evidence e join federation.letter_out o on o.id = e.letter
                where e.signer = ? and e.event = 'relay-accepted' and e.place >= ? and o.peer = e.signer
                on conflict do nothing""", Sql.utc(now), Sql.utc(termAt), Sql.utc(expiresAt), Sql.utc(now), peer.code(), fromLeaf);
    }

    /// The oldest letters to a State that may be sent now. Of a thread only those are given before which
    /// nothing else of that thread is on its way, sealed otherwise or resting.
    ///
    /// Asked in two plain questions for each page of letters. One question with a condition on each
    /// row's thread can be planned so that its cost grows with the square of what waits: this table is
    /// empty most of the time, and the database plans by what it saw last.
    public static List<Due> due(Transaction tx, StateCode peer, Instant now, int limit) {
        List<Due> due = new ArrayList<>();
        Instant after = Instant.EPOCH;
        int afterNumber = 0;
        UUID afterLetter = new UUID(0, 0);
        while (due.size() < limit) {
            List<Due> page = page(tx, peer, now, after, afterNumber, afterLetter, limit);
            Map<String, List<Ahead>> ahead = ahead(tx, peer, now, page);
            page.stream()
                    .filter(letter -> ahead.getOrDefault(letter.thread, List.of()).stream()
                            .noneMatch(earlier -> earlier.holdsUp(letter)))
                    .limit(limit - due.size())
                    .forEach(due::add);
            if (page.size() < limit) {
                break;
            }
            after = page.getLast().putAt;
            afterNumber = page.getLast().number;
            afterLetter = page.getLast().letter;
        }
        return due;
    }

    private static List<Due> page(
            Transaction tx, StateCode peer, Instant now, Instant after, int afterNumber, UUID afterLetter, int limit) {
        return Sql.query(
                tx, """
                select letter, thread, number, put_at, expires_at, attempts, envelope
                from federation.waiting
                where peer = ? and next_at <= ? and (leased_until is null or leased_until <= ?) and expires_at > ?
                  and (put_at, number, letter) > (?, ?, ?)
                order by put_at, number, letter
                limit ?""", WaitingTable::due, peer.code(), now, now, now, after, afterNumber, afterLetter, limit);
    }

    private static Map<String, List<Ahead>> ahead(Transaction tx, StateCode peer, Instant now, List<Due> page) {
        Set<String> threads = new HashSet<>();
        page.forEach(letter -> threads.add(letter.thread));
        Map<String, List<Ahead>> ahead = new HashMap<>();
        Sql.query(
                        tx,
                        """
                select thread, number, envelope
                from federation.waiting
                where peer = ? and thread = any(?)
                  and (envelope is not null or next_at > ? or leased_until > ?)""",
                        row -> new Ahead(row.getString("thread"), row.getInt("number"), envelope(row)),
                        peer.code(),
                        Sql.texts(tx, threads),
                        now,
                        now)
                .forEach(earlier -> ahead.computeIfAbsent(earlier.thread, _ -> new ArrayList<>())
                        .add(earlier));
        return ahead;
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                Sql.id(row, "letter"),
                row.getString("thread"),
                row.getInt("number"),
                Sql.instant(row, "put_at"),
                Sql.instant(row, "expires_at"),
                row.getInt("attempts"),
                envelope(row));
    }

    private static Optional<UUID> envelope(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("envelope", UUID.class));
    }

    /// Ties letters to the envelopes they were sealed in and takes their lease. Gives the letters that
    /// were still free.
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

    /// Letters past their term that nobody has been told of, and letters past their end. A letter behind
    /// one that is past its end is past its own: without the earlier one the other node would not take
    /// it.
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
