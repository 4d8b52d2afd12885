package comity.federation.store;

import comity.kernel.Sha256;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transaction;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/// The beginning of what was refused. Bounded for each peer, so that one who sends rubbish pushes out nobody else's.
public final class QuarantineTable {
    private static final int MOST_FOR_A_PEER = 256;
    private static final int MOST_BYTES = 64 * 1024;

    private QuarantineTable() {}

    /// @param peer the State on the connection; `?` when it named none
    /// @param bytes the first 64 KiB
    /// @param size of the whole
    public record Entry(
            UUID id, String peer, String code, String detail, String digest, long size, byte[] bytes, Instant at) {
        /// The beginning of something that was refused.
        public static Entry of(String peer, String code, String detail, byte[] whole, Instant at) {
            return new Entry(
                    TimeOrderedId.at(at),
                    peer,
                    code,
                    detail,
                    Sha256.hex(whole),
                    whole.length,
                    Arrays.copyOf(whole, Math.min(whole.length, MOST_BYTES)),
                    at);
        }
    }

    /// Keeps an envelope. The same bytes refused again for the same reason are counted, not kept twice.
    public static void add(Transaction tx, Entry entry) {
        Sql.update(
                tx,
                """
                insert into federation.quarantine (id, peer, code, detail, digest, size, bytes, first_at, last_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (peer, digest, code)
                do update set seen = quarantine.seen + 1, last_at = greatest(quarantine.last_at, excluded.last_at)""",
                entry.id,
                entry.peer,
                entry.code,
                entry.detail,
                entry.digest,
                entry.size,
                entry.bytes,
                entry.at,
                entry.at);
        Sql.update(tx, """
                delete from federation.quarantine where id in (
                    select id from federation.quarantine where peer = ?
                    order by last_at desc, id desc offset ?)""", entry.peer, MOST_FOR_A_PEER);
    }
}
