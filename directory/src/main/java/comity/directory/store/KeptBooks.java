package comity.directory.store;

import comity.directory.Book;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tables of books: every one that was ever taken, by its digest, and which one is in force under each name.
public final class KeptBooks {
    /// Keeps a book; one that is here already is left as it is.
    public void add(Transaction tx, Book book, Instant takenAt) {
        if (has(tx, book.digest())) {
            return;
        }
        try (PreparedStatement insert = tx.connection().prepareStatement("""
                insert into directory.book (digest, content, taken_at) values (?, ?, ?)
                on conflict do nothing""")) {
            insert.setString(1, book.digest());
            insert.setBytes(2, book.bytes());
            insert.setObject(3, takenAt.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static boolean has(Transaction tx, String digest) {
        try (PreparedStatement query =
                tx.connection().prepareStatement("select from directory.book where digest = ?")) {
            query.setString(1, digest);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    public Optional<byte[]> find(Transaction tx, String digest) {
        try (PreparedStatement query =
                tx.connection().prepareStatement("select content from directory.book where digest = ?")) {
            query.setString(1, digest);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes("content")) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /// Says which books are in force from now on, and no other.
    public void putInForce(Transaction tx, List<Book> books) {
        try (PreparedStatement empty = tx.connection().prepareStatement("delete from directory.book_in_force");
                PreparedStatement insert = tx.connection()
                        .prepareStatement("insert into directory.book_in_force (name, digest) values (?, ?)")) {
            empty.executeUpdate();
            for (Book book : books) {
                insert.setString(1, book.name());
                insert.setString(2, book.digest());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /// By name.
    public List<Book> inForce(Transaction tx) {
        try (PreparedStatement query = tx.connection().prepareStatement("""
                        select name, content from directory.book_in_force join directory.book using (digest)
                        order by name""");
                ResultSet row = query.executeQuery()) {
            List<Book> books = new ArrayList<>();
            while (row.next()) {
                books.add(Book.of(row.getString("name"), row.getBytes("content")));
            }
            return books;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}
