package comity.requests.store;

import comity.requests.Side;
import comity.requests.preservation.Acknowledgement;
import comity.requests.preservation.IncomingCase;
import comity.requests.preservation.OutgoingCase;
import comity.requests.preservation.Placement;
import comity.requests.preservation.TermClock;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The columns of one case, by the names of their parameters.
record Row(Map<String, Object> values, Optional<String> clock, Optional<Instant> tickAt, Optional<Instant> seenAt) {
    static Row of(OutgoingCase request, Placement placement) {
        Map<String, Object> values = common(request.id(), Side.REQUESTING, placement);
        values.put("reference", request.reference().toString());
        values.put("peer", request.requested().code());
        values.put("version", request.version());
        values.put("state", request.state().word());
        values.put("urgency", request.urgency().code());
        values.put("rank", request.urgency().rank());
        values.put("owner", request.owner());
        values.put("updatedAt", Sql.time(request.updatedAt()));
        values.put("record", CaseText.of(request));
        return new Row(values, request.clock().map(CaseText::of), placement.tickAt(), seen(request.acknowledgement()));
    }

    static Row of(IncomingCase request, Placement placement) {
        Map<String, Object> values = common(request.id(), Side.REQUESTED, placement);
        values.put("reference", request.reference().toString());
        values.put("peer", request.requesting().code());
        values.put("version", request.version());
        values.put("state", request.state().word());
        values.put("urgency", request.urgency().code());
        values.put("rank", request.urgency().rank());
        values.put("owner", request.owner());
        values.put("updatedAt", Sql.time(request.updatedAt()));
        values.put("record", CaseText.of(request));
        return new Row(
                values,
                Optional.<TermClock>of(request.clock()).map(CaseText::of),
                placement.tickAt(),
                seen(request.acknowledgement()));
    }

    private static Map<String, Object> common(UUID id, Side side, Placement placement) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", id);
        values.put("side", side.code());
        values.put("waitsFor", placement.waitsFor().code());
        values.put("dueAt", Sql.time(placement.dueAt().orElse(Sql.NEVER)));
        return values;
    }

    private static Optional<Instant> seen(Optional<Acknowledgement> acknowledgement) {
        return acknowledgement.map(Acknowledgement::at);
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement
                .params(values)
                .param("clock", clock.orElse(null), Types.VARCHAR)
                .param("tickAt", timeOrNull(tickAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("acknowledgedAt", timeOrNull(seenAt), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static @Nullable Object timeOrNull(Optional<Instant> instant) {
        return instant.<Object>map(Sql::time).orElse(null);
    }
}
