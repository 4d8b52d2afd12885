package comity.requests.store;

import comity.kernel.transaction.Transaction;
import comity.requests.Page;
import comity.requests.Side;
import comity.requests.preservation.CaseFilter;
import comity.requests.preservation.CaseLine;
import comity.requests.preservation.CaseLine.WaitsFor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Long lists, read in pages. A page begins after a key, never at a count: the thousandth page costs what the first
/// does.
final class Lists {
    private static final String COLUMNS = """
            select id, side, reference, peer, version, state, clock, urgency, waits_for, acknowledged_at, owner, updated_at,
                   due_at, urgency_rank
            from requests.preservation""";
    private final JdbcClient sql;

    Lists(Transaction tx) {
        this.sql = Sql.client(tx);
    }

    /// The last changed first.
    Page<CaseLine> recent(CaseFilter filter, Optional<String> owner, Optional<String> cursor, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        filter.side().ifPresent(side -> narrow(conditions, values, "side = :side", "side", side.code()));
        filter.state().ifPresent(state -> narrow(conditions, values, "state = :state", "state", state));
        filter.with().ifPresent(peer -> narrow(conditions, values, "peer = :peer", "peer", peer.code()));
        filter.text().ifPresent(text -> narrow(conditions, values, "reference like :text", "text", prefix(text)));
        owner.ifPresent(person -> narrow(conditions, values, "owner = :owner", "owner", person));
        cursor.flatMap(Key::recent).ifPresent(key -> {
            conditions.add("(updated_at, id) < (:at, :id)");
            values.put("at", Sql.time(key.at()));
            values.put("id", key.id());
        });
        return page(
                conditions,
                values,
                " order by updated_at desc, id desc",
                limit,
                line -> Key.text(line.line().updatedAt(), 0, line.line().id()));
    }

    /// The next end first, then the gravest.
    Page<CaseLine> waiting(WaitsFor whom, Optional<String> owner, Optional<String> cursor, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        conditions.add(condition(whom));
        owner.ifPresent(person -> narrow(conditions, values, "owner = :owner", "owner", person));
        cursor.flatMap(Key::waiting).ifPresent(key -> {
            conditions.add("(due_at, urgency_rank, id) > (:at, :rank, :id)");
            values.put("at", Sql.time(key.at()));
            values.put("rank", key.rank());
            values.put("id", key.id());
        });
        return page(
                conditions,
                values,
                " order by due_at, urgency_rank, id",
                limit,
                line -> Key.text(line.dueAt(), line.rank(), line.line().id()));
    }

    int countWaiting(WaitsFor whom, Optional<String> owner, int atMost) {
        String narrowed = owner.isPresent() ? " and owner = :owner" : "";
        JdbcClient.StatementSpec count = sql.sql("select count(*) from (select 1 from requests.preservation where "
                + condition(whom) + narrowed + " limit :atMost) as counted");
        owner.ifPresent(person -> count.param("owner", person));
        return count.param("atMost", atMost).query(Integer.class).single();
    }

    Map<String, Long> countByState(Side side) {
        Map<String, Long> counts = new LinkedHashMap<>();
        sql.sql("select state, count(*) from requests.preservation where side = ? group by state order by state")
                .param(side.code())
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /// Written out, not as a parameter: only so do the partial indexes serve.
    private static String condition(WaitsFor whom) {
        return switch (whom) {
            case US -> "waits_for = 'us' and waits_for <> 'nobody'";
            case THEM -> "waits_for = 'them' and waits_for <> 'nobody'";
            case NOBODY -> "waits_for = 'nobody'";
        };
    }

    private Page<CaseLine> page(
            List<String> conditions,
            Map<String, Object> values,
            String order,
            int limit,
            Function<Placed, String> key) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        List<Placed> found = sql.sql(COLUMNS + where + order + " limit :limit")
                .params(values)
                .param("limit", limit + 1)
                .query((row, _) -> new Placed(Lines.line(row), Lines.time(row, "due_at"), row.getInt("urgency_rank")))
                .list();
        boolean more = found.size() > limit;
        List<Placed> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(Placed::line).toList(),
                more ? Optional.of(key.apply(shown.getLast())) : Optional.empty());
    }

    private static void narrow(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    /// What a person typed is a beginning, never a pattern.
    private static String prefix(String typed) {
        String text = typed.strip().toUpperCase(java.util.Locale.ROOT);
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private record Placed(CaseLine line, Instant dueAt, int rank) {}

    /// Where a page ended, as a text that a program gives back unread.
    private record Key(Instant at, int rank, UUID id) {
        static String text(Instant at, int rank, UUID id) {
            return at + "_" + rank + "_" + id;
        }

        static Optional<Key> recent(String cursor) {
            return waiting(cursor);
        }

        /// A cursor that nobody gave out begins at the beginning.
        static Optional<Key> waiting(String cursor) {
            String[] parts = cursor.split("_");
            try {
                return parts.length == 3
                        ? Optional.of(
                                new Key(Instant.parse(parts[0]), Integer.parseInt(parts[1]), UUID.fromString(parts[2])))
                        : Optional.empty();
            } catch (java.time.DateTimeException | IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }
}
