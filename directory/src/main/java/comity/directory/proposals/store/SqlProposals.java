package comity.directory.proposals.store;

import comity.directory.proposals.Proposal;
import comity.directory.proposals.ProposalBook;
import comity.directory.proposals.Subject;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.Transaction;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The table of proposals. Rows are added, decided once, and never taken away.
public final class SqlProposals implements ProposalBook {
    private static final String ALL = "select * from directory.proposal ";
    private static final int MOST = 200;

    @Override
    public void add(Transaction tx, Proposal proposal) {
        try (PreparedStatement insert = tx.connection().prepareStatement("""
                insert into directory.proposal (id, subject, former, document, effective_from, proposer, proposer_name,
                    proposed_at, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, proposal.id());
            insert.setString(2, proposal.subject().path());
            insert.setBytes(3, proposal.former());
            insert.setBytes(4, proposal.document());
            insert.setDate(5, Date.valueOf(proposal.effectiveFrom()));
            insert.setString(6, proposal.proposedBy().id());
            insert.setString(7, proposal.proposedBy().name());
            insert.setObject(8, proposal.proposedAt().atOffset(ZoneOffset.UTC));
            insert.setString(9, proposal.status().code());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    @Override
    public void decide(Transaction tx, Proposal decided) {
        for (Proposal.Status from : Proposal.Status.values()) {
            if (decideFrom(tx, decided, from)) {
                return;
            }
        }
    }

    @Override
    public boolean decideFrom(Transaction tx, Proposal decided, Proposal.Status from) {
        Proposal.Decision decision = decided.decision().orElseThrow();
        try (PreparedStatement update = tx.connection().prepareStatement("""
                update directory.proposal
                set status = ?, decider = ?, decider_name = ?, decided_at = ?, reason = ?, edition = ?
                where id = ? and status = ?""")) {
            update.setString(1, decided.status().code());
            update.setString(2, decision.by().id());
            update.setString(3, decision.by().name());
            update.setObject(4, decision.at().atOffset(ZoneOffset.UTC));
            update.setString(5, decision.reason());
            update.setObject(
                    6, decided.edition().isPresent() ? decided.edition().getAsLong() : null);
            update.setObject(7, decided.id());
            update.setString(8, from.code());
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    @Override
    public Optional<Proposal> find(Transaction tx, UUID id) {
        return read(tx, ALL + "where id = ?", query -> query.setObject(1, id)).stream()
                .findFirst();
    }

    @Override
    public List<Proposal> open(Transaction tx) {
        return read(tx, ALL + "where status = 'open' order by proposed_at limit " + MOST, query -> {});
    }

    @Override
    public List<Proposal> of(Transaction tx, Subject subject) {
        return read(
                tx,
                ALL + "where subject = ? order by proposed_at desc limit " + MOST,
                query -> query.setString(1, subject.path()));
    }

    @Override
    public List<Proposal> newest(Transaction tx, int most) {
        return read(tx, ALL + "order by proposed_at desc limit ?", query -> query.setInt(1, most));
    }

    @Override
    public List<Proposal> approvedFor(Transaction tx, LocalDate day) {
        return read(
                tx,
                ALL + "where status = 'approved' and effective_from <= ? order by decided_at",
                query -> query.setDate(1, Date.valueOf(day)));
    }

    private static List<Proposal> read(Transaction tx, String sql, Binding binding) {
        try (PreparedStatement query = tx.connection().prepareStatement(sql)) {
            binding.bind(query);
            try (ResultSet row = query.executeQuery()) {
                List<Proposal> found = new ArrayList<>();
                while (row.next()) {
                    found.add(proposal(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        long edition = row.getLong("edition");
        OptionalLong published = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(edition);
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Proposal(
                row.getObject("id", UUID.class),
                Subject.of(row.getString("subject")).orElseThrow(),
                row.getBytes("former"),
                row.getBytes("document"),
                row.getDate("effective_from").toLocalDate(),
                new Proposal.Named(row.getString("proposer"), row.getString("proposer_name")),
                instant(row.getObject("proposed_at", OffsetDateTime.class)),
                Proposal.Status.valueOf(row.getString("status").toUpperCase(java.util.Locale.ROOT)),
                decided == null
                        ? Optional.empty()
                        : Optional.of(new Proposal.Decision(
                                new Proposal.Named(row.getString("decider"), row.getString("decider_name")),
                                instant(decided),
                                row.getString("reason"))),
                published);
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
