package comity.requests.store;

import comity.kernel.transaction.Transaction;
import comity.requests.Timeline;
import java.util.List;
import java.util.UUID;

/// What happened to the requests of one kind, as rows that are only ever added.
///
/// @param table the table of that kind
record EventRows(String table) {
    int next(Transaction tx, UUID request) {
        return Sql.client(tx)
                .sql("select coalesce(max(number), 0) + 1 from " + table + " where request = ?")
                .param(request)
                .query(Integer.class)
                .single();
    }

    void add(Transaction tx, UUID request, Timeline.Entry event) {
        Sql.client(tx)
                .sql("insert into " + table + """
                         (request, number, at, by_state, role, word, details, leaf)
                        values (?, ?, ?, ?, ?, ?, cast(? as jsonb), nullif(cast(? as bigint), -1))""")
                .param(request)
                .param(event.number())
                .param(Sql.time(event.at()))
                .param(event.by().code())
                .param(event.role())
                .param(event.event())
                .param(CaseText.of(event.details()))
                .param(event.leaf().orElse(-1))
                .update();
    }

    /// The oldest first.
    List<Timeline.Entry> all(Transaction tx, UUID request) {
        return Sql.client(tx)
                .sql("select number, at, by_state, role, word, details, leaf from " + table
                        + " where request = ? order by number")
                .param(request)
                .query((row, _) -> Lines.event(row))
                .list();
    }
}
