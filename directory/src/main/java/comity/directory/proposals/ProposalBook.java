package comity.directory.proposals;

import comity.kernel.transaction.Transaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where proposals are kept. Each is decided once, and none is ever taken away.
public interface ProposalBook {
    void add(Transaction tx, Proposal proposal);

    /// Writes a decision down, whatever stood before.
    void decide(Transaction tx, Proposal decided);

    /// Writes a decision down when the proposal still stands as it was read.
    ///
    /// @return whether it did
    boolean decideFrom(Transaction tx, Proposal decided, Proposal.Status from);

    Optional<Proposal> find(Transaction tx, UUID id);

    /// The oldest first.
    List<Proposal> open(Transaction tx);

    /// The newest first.
    List<Proposal> of(Transaction tx, Subject subject);

    /// The newest first.
    List<Proposal> newest(Transaction tx, int most);

    /// Those that are approved for this day or an earlier one.
    List<Proposal> approvedFor(Transaction tx, LocalDate day);
}
