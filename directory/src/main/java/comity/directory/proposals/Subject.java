package comity.directory.proposals;

import comity.directory.Book;
import comity.kernel.StateCode;
import comity.law.dispute.DisputeBook;
import java.util.Optional;

/// What a proposal would change.
public sealed interface Subject {
    /// The entry of a State.
    record OfEntry(StateCode state) implements Subject {
        @Override
        public String path() {
            return "entry/" + state;
        }
    }

    /// A book.
    record OfBook(String name) implements Subject {
        public OfBook {
            // Refuses what is no name of a book.
            Book.of(name, new byte[0]);
        }

        @Override
        public String path() {
            return "book/" + name;
        }
    }

    /// How it is kept and addressed: `entry/XA`, `book/law/XA`.
    String path();

    /// Whether it is a State's own: its entry, or its book of law.
    default boolean belongsTo(StateCode state) {
        return path().equals("entry/" + state) || path().equals("book/law/" + state);
    }

    /// Whose entries are disputed in it; empty when it is no book of disputes. Every mission may propose such a book,
    /// and change in it what its own State says.
    default Optional<StateCode> disputed() {
        return this instanceof OfBook(String name) ? DisputeBook.state(name) : Optional.empty();
    }

    /// Reads a path.
    static Optional<Subject> of(String path) {
        try {
            if (path.startsWith("entry/")) {
                return Optional.of(new OfEntry(new StateCode(path.substring("entry/".length()))));
            }
            if (path.startsWith("book/")) {
                return Optional.of(new OfBook(path.substring("book/".length())));
            }
        } catch (IllegalArgumentException e) {
            // Neither a State nor a book.
        }
        return Optional.empty();
    }
}
