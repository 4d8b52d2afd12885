package comity.federation.store;

import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// What was lost with a database, and how far the other States say that our own letters had come.
public final class LostTable {
    private LostTable() {}

    public static void note(Transaction tx, long fromLeaf, Instant now) {
        Sql.update(
                tx,
                "insert into federation.lost (from_leaf, noted_at) values (?, ?) on conflict do nothing",
                fromLeaf,
                Sql.utc(now));
    }

    /// The lowest leaf of all losses that nobody was asked about.
    public static OptionalLong unasked(Transaction tx) {
        return Sql.query(
                        tx,
                        "select from_leaf from federation.lost where asked_at is null order by from_leaf limit 1",
                        row -> row.getLong("from_leaf"))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    public static void asked(Transaction tx, Instant now) {
        Sql.update(tx, "update federation.lost set asked_at = ? where asked_at is null", Sql.utc(now));
    }

    /// The number of the last letter that came from a State, by thread.
    public static Map<String, Integer> lastNumbers(Transaction tx, StateCode peer) {
        Map<String, Integer> numbers = new TreeMap<>();
        Sql.query(
                        tx,
                        "select thread, max(number) as last from federation.letter_in where peer = ? group by thread",
                        row -> Map.entry(row.getString("thread"), row.getInt("last")),
                        peer.code())
                .forEach(thread -> numbers.put(thread.getKey(), thread.getValue()));
        return numbers;
    }

    /// The next letter to a State in a thread has a higher number than this. A floor never sinks.
    public static void floor(Transaction tx, StateCode peer, String thread, int number) {
        Sql.update(tx, """
                insert into federation.thread_floor (peer, thread, number) values (?, ?, ?)
                on conflict (peer, thread) do update
                set number = greatest(federation.thread_floor.number, excluded.number)""", peer.code(), thread, number);
    }
}
