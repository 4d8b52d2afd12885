package comity.directory.proposals;

import comity.kernel.Complaint;
import java.util.List;

/// What came of an act.
public sealed interface Outcome {
    /// It was done.
    record Done(Proposal proposal) implements Outcome {}

    /// It was not done, and nothing has changed.
    ///
    /// @param details what is wrong with the document, place by place; may be empty
    record Refused(Ground ground, List<Complaint> details) implements Outcome {
        Refused(Ground ground) {
            this(ground, List.of());
        }
    }

    /// Why an act is refused.
    enum Ground {
        /// A mission proposes for its own State only.
        NOT_YOURS,
        /// Nobody approves what they proposed themselves.
        OWN_PROPOSAL,
        /// Only the secretariat decides.
        NOT_THE_SECRETARIAT,
        /// The document cannot be read.
        UNREADABLE,
        /// The entry is one of another State.
        ANOTHER_STATE,
        /// Whether a State is party follows from the treaty, not from its mission.
        STATUS_CHANGED,
        /// It says that it was confirmed on a day that has not come.
        CONFIRMED_TOO_EARLY,
        TOO_LARGE,
        /// So many disputes of theirs wait for the secretariat that another would not be read.
        TOO_MANY_OPEN,
        /// A mission changes in a book of disputes what its own State says, and nothing else.
        ANOTHERS_DISPUTE,
        /// It is what is published already.
        NOTHING_CHANGES,
        /// Something else was published in between.
        STALE,
        /// It was decided already, or does not exist.
        NOT_OPEN,
        /// A proposal is given back with a reason.
        NO_REASON,
        /// The registry could not lay it in its folder.
        NOT_LAID;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
