package comity.ledger.cosigning.store;

import comity.kernel.Utf8;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.Transactions;
import comity.ledger.cosigning.CosignerMemory;
import comity.ledger.cosigning.Fork;
import comity.ledger.cosigning.KeptFork;
import comity.ledger.cosigning.Remembered;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.VerifierKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A cosigner's memory in the node's database: `ledger.cosigned`, one row for each log, and
/// `ledger.fork`.
///
/// May be used by several threads, and by several processes on one database.
public final class DurableMemory implements CosignerMemory {
    private final Transactions transactions;

    public DurableMemory(Transactions transactions) {
        this.transactions = transactions;
    }

    /// @throws DatabaseUnavailable when it cannot be asked
    /// @throws IllegalStateException when the row is not what its log signed: somebody has changed it
    @Override
    public Optional<Remembered> latest(String origin) {
        return transactions.read(tx -> find(tx.connection(), origin));
    }

    /// @throws DatabaseUnavailable when it cannot be written; then nothing has changed
    /// @throws comity.kernel.transaction.OutcomeUnknown when the database went away during the commit
    @Override
    public boolean advance(Optional<Remembered> before, Remembered next) {
        return transactions.write(tx ->
                before.map(old -> update(tx.connection(), old, next)).orElseGet(() -> insert(tx.connection(), next)));
    }

    private static Optional<Remembered> find(Connection connection, String origin) {
        String sql = """
                select checkpoint, log_key, at
                from ledger.cosigned
                where origin = ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, origin);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(remembered(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static Remembered remembered(ResultSet row) throws SQLException {
        try {
            return new Remembered(
                    SignedCheckpoint.open(row.getString("checkpoint"), VerifierKey.parse(row.getString("log_key"))),
                    Instant.ofEpochSecond(row.getLong("at")));
        } catch (NoteRefused | IllegalArgumentException e) {
            throw new IllegalStateException("The database remembers a checkpoint that its log did not sign", e);
        }
    }

    private static boolean insert(Connection connection, Remembered next) {
        String sql = """
                insert into ledger.cosigned (size, root, checkpoint, log_key, at, origin)
                values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            set(insert, next);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static boolean update(Connection connection, Remembered before, Remembered next) {
        String sql = """
                update ledger.cosigned
                set size = ?, root = ?, checkpoint = ?, log_key = ?, at = ?
                where origin = ? and size = ? and root = ? and at = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, next);
            Checkpoint old = before.checkpoint().checkpoint();
            update.setLong(7, old.size());
            update.setBytes(8, old.root().bytes());
            update.setLong(9, before.cosignedAt().getEpochSecond());
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static void set(PreparedStatement statement, Remembered next) throws SQLException {
        SignedCheckpoint signed = next.checkpoint();
        statement.setLong(1, signed.checkpoint().size());
        statement.setBytes(2, signed.checkpoint().root().bytes());
        statement.setString(3, signed.text());
        statement.setString(4, signed.logKey().text());
        statement.setLong(5, next.cosignedAt().getEpochSecond());
        statement.setString(6, signed.checkpoint().origin());
    }

    @Override
    public void keep(Fork fork, Instant at) {
        String sql = """
                insert into ledger.fork (origin, evidence, older_key, newer_key, at)
                values (?, ?, ?, ?, ?)
                on conflict do nothing
                """;
        transactions.write(tx -> {
            try (PreparedStatement insert = tx.connection().prepareStatement(sql)) {
                insert.setString(1, fork.origin());
                insert.setBytes(2, Utf8.bytes(fork.text()));
                insert.setString(3, fork.older().logKey().text());
                insert.setString(4, fork.newer().logKey().text());
                insert.setLong(5, at.getEpochSecond());
                return insert.executeUpdate();
            } catch (SQLException e) {
                throw new DatabaseUnavailable(e);
            }
        });
    }

    @Override
    public List<KeptFork> forks() {
        String sql = """
                select evidence, older_key, newer_key, at
                from ledger.fork
                order by number
                """;
        return transactions.read(tx -> {
            List<KeptFork> forks = new ArrayList<>();
            try (PreparedStatement select = tx.connection().prepareStatement(sql);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<VerifierKey> keys = List.of(
                            VerifierKey.parse(row.getString("older_key")),
                            VerifierKey.parse(row.getString("newer_key")));
                    Fork fork = Fork.parse(row.getBytes("evidence"), _ -> keys)
                            .orElseThrow(() -> new IllegalStateException("The database keeps a fork that is none"));
                    forks.add(new KeptFork(fork, Instant.ofEpochSecond(row.getLong("at"))));
                }
            } catch (SQLException e) {
                throw new DatabaseUnavailable(e);
            }
            return forks;
        });
    }
}
