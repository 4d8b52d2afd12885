package comity.federation.store;

import comity.federation.LetterLine;
import comity.federation.LetterLine.Direction;
import comity.federation.LetterLine.Evidence;
import comity.federation.QuarantinedEnvelope;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.ledger.LeafPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Letters of both directions as people read them.
public final class ReadingTable {
    private static final Comparator<LetterLine> BY_TIME =
            Comparator.comparing(LetterLine::at).thenComparing(LetterLine::threadNumber);

    private ReadingTable() {}

    /// Letters of a thread, oldest first.
    public static List<LetterLine> ofThread(Transaction tx, StateCode own, String thread) {
        List<LetterLine> lines = new ArrayList<>();
        lines.addAll(out(tx, own, "where o.thread = ?", thread));
        lines.addAll(in(tx, own, "where thread = ?", thread));
        lines.sort(BY_TIME);
        return lines;
    }

    /// The newest letters, newest first.
    ///
    /// @param peer null for all States
    public static List<LetterLine> newest(Transaction tx, StateCode own, @Nullable String peer, int limit) {
        List<LetterLine> lines = new ArrayList<>();
        lines.addAll(out(tx, own, """
                where o.id in (
                    select id from federation.letter_out
                    where ?::text is null or peer = ? order by put_at desc limit ?)""", peer, peer, limit));
        lines.addAll(in(tx, own, """
                where ?::text is null or peer = ? order by received_at desc limit ?""", peer, peer, limit));
        lines.sort(BY_TIME.reversed());
        return lines.subList(0, Math.min(limit, lines.size()));
    }

    private static List<LetterLine> out(Transaction tx, StateCode own, String where, @Nullable Object... parameters) {
        Map<UUID, LetterLine> lines = new HashMap<>();
        Sql.query(tx, """
                select o.id, o.peer, o.thread, o.number, o.kind, o.version, o.body_digest, o.place, o.commitment,
                       o.put_at, e.event, e.code, e.detail, e.at, e.signer, e.document,
                       e.place as their_place, e.commitment as their_commitment, c.at as certain_at
                from federation.letter_out o
                left join federation.evidence e on e.letter = o.id
                left join federation.certain c on c.letter = o.id
                """ + where + " order by e.kept_at", row -> outLine(row, own), parameters)
                .forEach(line -> lines.merge(line.id(), line, ReadingTable::joined));
        return List.copyOf(lines.values());
    }

    private static LetterLine outLine(ResultSet row, StateCode own) throws SQLException {
        boolean hasEvidence = row.getString("event") != null;
        return new LetterLine(
                Sql.id(row, "id"),
                Direction.OUT,
                new StateCode(row.getString("peer")),
                row.getString("kind"),
                row.getInt("version"),
                row.getString("thread"),
                row.getInt("number"),
                Sql.instant(row, "put_at"),
                OutgoingTable.statement(row, own).digest(),
                new LeafPlace(row.getLong("place"), row.getString("commitment")),
                row.getString("their_commitment") == null
                        ? Optional.empty()
                        : Optional.of(new LeafPlace(row.getLong("their_place"), row.getString("their_commitment"))),
                row.getObject("certain_at") == null ? Optional.empty() : Optional.of(Sql.instant(row, "certain_at")),
                hasEvidence ? List.of(evidence(row, "at", "signer", "document")) : List.of());
    }

    private static Evidence evidence(ResultSet row, String at, String signer, String document) throws SQLException {
        return new Evidence(
                IncomingTable.event(row.getString("event")),
                Optional.ofNullable(row.getString("code")),
                row.getString("detail"),
                Sql.instant(row, at),
                new StateCode(row.getString(signer)),
                Sql.id(row, document));
    }

    private static LetterLine joined(LetterLine one, LetterLine other) {
        List<Evidence> evidence = new ArrayList<>(one.evidence());
        evidence.addAll(other.evidence());
        return new LetterLine(
                one.id(),
                one.direction(),
                one.peer(),
                one.kind(),
                one.version(),
                one.thread(),
                one.threadNumber(),
                one.at(),
                one.digest(),
                one.ourPlace(),
                other.theirPlace().or(one::theirPlace),
                one.certainSince(),
                evidence);
    }

    private static List<LetterLine> in(Transaction tx, StateCode own, String where, @Nullable Object... parameters) {
        return Sql.query(tx, """
                select id, peer, thread, number, kind, version, digest, received_at, event, code, detail,
                       place, commitment, receipt, ?::text as signer
                from federation.letter_in
                """ + where, ReadingTable::inLine, prepend(own.code(), parameters));
    }

    private static @Nullable Object[] prepend(String first, @Nullable Object... others) {
        @Nullable Object[] all = new @Nullable Object[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    private static LetterLine inLine(ResultSet row) throws SQLException {
        return new LetterLine(
                Sql.id(row, "id"),
                Direction.IN,
                new StateCode(row.getString("peer")),
                row.getString("kind"),
                row.getInt("version"),
                row.getString("thread"),
                row.getInt("number"),
                Sql.instant(row, "received_at"),
                row.getString("digest"),
                new LeafPlace(row.getLong("place"), row.getString("commitment")),
                Optional.empty(),
                Optional.empty(),
                List.of(evidence(row, "received_at", "signer", "receipt")));
    }

    /// Refused envelopes, newest first.
    public static List<QuarantinedEnvelope> quarantined(Transaction tx, int limit) {
        return Sql.query(
                tx,
                """
                select id, peer, code, detail, digest, size, seen, first_at, last_at
                from federation.quarantine order by last_at desc limit ?""",
                row -> new QuarantinedEnvelope(
                        Sql.id(row, "id"),
                        Optional.of(row.getString("peer")).filter(peer -> !peer.equals("?")),
                        row.getString("code"),
                        row.getString("detail"),
                        row.getString("digest"),
                        row.getLong("size"),
                        row.getInt("seen"),
                        Sql.instant(row, "first_at"),
                        Sql.instant(row, "last_at")),
                limit);
    }

    /// The kept beginning of a refused envelope.
    public static Optional<byte[]> quarantinedBytes(Transaction tx, UUID id) {
        return Sql.query(tx, """
                select bytes from federation.quarantine where id = ?""", row -> row.getBytes("bytes"), id).stream().findFirst();
    }
}
