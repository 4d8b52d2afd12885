package comity.directory.proposals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// What somebody would have published, and what became of it. It is kept for ever.
///
/// @param former what was published when it was proposed; empty when nothing was
/// @param document what is to be published in its place
/// @param effectiveFrom the first day (UTC) on which it may be published
/// @param decision empty while it is open
/// @param edition the list that published it
public record Proposal(
        UUID id,
        Subject subject,
        byte[] former,
        byte[] document,
        LocalDate effectiveFrom,
        Named proposedBy,
        Instant proposedAt,
        Status status,
        Optional<Decision> decision,
        OptionalLong edition) {
    /// How it stands.
    public enum Status {
        /// Nobody has decided.
        OPEN,
        /// Approved; it is published when its day comes.
        APPROVED,
        PUBLISHED,
        /// The secretariat gave it back, with a reason.
        RETURNED,
        /// Its proposer took it back.
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// A person as they were named then.
    public record Named(String id, String name) {}

    /// Who decided, and why.
    ///
    /// @param reason may be empty when it was approved
    public record Decision(Named by, Instant at, String reason) {}

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    Proposal decided(Status next, Decision by) {
        return new Proposal(
                id, subject, former, document, effectiveFrom, proposedBy, proposedAt, next, Optional.of(by), edition);
    }

    Proposal publishedIn(long number) {
        return new Proposal(
                id,
                subject,
                former,
                document,
                effectiveFrom,
                proposedBy,
                proposedAt,
                Status.PUBLISHED,
                decision,
                OptionalLong.of(number));
    }
}
