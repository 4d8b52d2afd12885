package comity.law.offence.book;

import comity.kernel.Complaint;
import comity.law.offence.NationalLaw;
import java.util.List;

/// What came of reading a book: the whole of it, or nothing.
public sealed interface BookReading {
    /// What was wrong, or is worth a look.
    List<Complaint> complaints();

    /// The book is whole.
    ///
    /// @param book what was read
    /// @param complaints warnings only, for example that a provision has no penalty
    record Whole(NationalLaw book, List<Complaint> complaints) implements BookReading {
        public Whole {
            complaints = List.copyOf(complaints);
        }
    }

    /// Nothing of it is used.
    ///
    /// @param complaints everything that was found, each with its place
    record Refused(List<Complaint> complaints) implements BookReading {
        public Refused {
            complaints = List.copyOf(complaints);
        }
    }
}
