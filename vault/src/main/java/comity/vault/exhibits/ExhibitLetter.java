package comity.vault.exhibits;

import comity.kernel.ExhibitReference;
import comity.kernel.RequestReference;
import comity.vault.HandoverOrder;
import java.util.List;

/// What nodes say to each other about an exhibit; docs/protocol/exhibits.md describes it.
sealed interface ExhibitLetter {
    ExhibitReference exhibit();

    /// What happened since the last letter, without a gap.
    List<Told> events();

    /// It is sealed, and the other State may pull it.
    @SuppressWarnings("ArrayRecordComponent")
    record Offered(
            ExhibitReference exhibit,
            RequestReference request,
            String title,
            HandoverOrder order,
            boolean sensitive,
            byte[] seal,
            byte[] signature,
            List<Told> events)
            implements ExhibitLetter {
        public Offered {
            events = List.copyOf(events);
        }
    }

    /// Something happened to it.
    record Happened(ExhibitReference exhibit, List<Told> events) implements ExhibitLetter {
        public Happened {
            events = List.copyOf(events);
        }
    }

    /// An event as it is told.
    sealed interface Told {
        /// All of it: the bytes that its leaf commits to.
        @SuppressWarnings("ArrayRecordComponent")
        record Open(byte[] bytes) implements Told {}

        /// Only that there is one: what a State does with evidence at home is its own matter.
        ///
        /// @param digest in hex
        record Withheld(int number, String digest) implements Told {}
    }
}
