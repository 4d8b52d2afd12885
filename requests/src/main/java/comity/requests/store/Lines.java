package comity.requests.store;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.requests.Side;
import comity.requests.Timeline;
import comity.requests.Urgency;
import comity.requests.preservation.CaseLine;
import comity.requests.preservation.Note;
import comity.requests.preservation.PreservationStore.Due;
import comity.requests.preservation.TermClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Rows of the database as domain words.
final class Lines {
    private Lines() {}

    static CaseLine line(ResultSet row) throws SQLException {
        return new CaseLine(
                row.getObject("id", UUID.class),
                reference(row),
                Side.ofCode(row.getString("side")),
                new StateCode(row.getString("peer")),
                row.getString("state"),
                Urgency.Criterion.ofCode(row.getString("urgency")).orElse(Urgency.Criterion.OTHER),
                Optional.ofNullable(row.getString("clock")).<TermClock>map(CaseText::clock),
                CaseLine.WaitsFor.ofCode(row.getString("waits_for")),
                optionalTime(row, "acknowledged_at"),
                row.getString("owner"),
                time(row, "updated_at"),
                row.getLong("version"));
    }

    static Timeline.Entry event(ResultSet row) throws SQLException {
        long leaf = row.getLong("leaf");
        OptionalLong place = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(leaf);
        return new Timeline.Entry(
                row.getInt("number"),
                time(row, "at"),
                new StateCode(row.getString("by_state")),
                row.getString("role"),
                row.getString("word"),
                CaseText.details(row.getString("details")),
                place);
    }

    static Due due(ResultSet row) throws SQLException {
        return new Due(Side.ofCode(row.getString("side")), reference(row), time(row, "tick_at"));
    }

    static Note note(ResultSet row) throws SQLException {
        return new Note(time(row, "at"), row.getString("person"), row.getString("role"), row.getString("text"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static RequestReference reference(ResultSet row) throws SQLException {
        String text = row.getString("reference");
        return RequestReference.parse(text).orElseThrow(() -> new IllegalStateException("A row names no request"));
    }
}
