package comity.ledger.proof;

import comity.ledger.LeafPlace;
import comity.ledger.policy.Judgement;

/// What a proof shows.
public sealed interface ProofVerdict {
    /// The stable word in vectors, answers and texts.
    String code();

    /// The entry is in the ledger, at this place, under a checkpoint that the policy calls good.
    ///
    /// @param judgement who signed it
    record Proved(LeafPlace place, Judgement.Weighed judgement) implements ProofVerdict {
        @Override
        public String code() {
            return "proved";
        }
    }

    /// The checkpoint is the ledger's own, and the entry is in its tree, but too few cosigners signed
    /// it.
    record TooFewCosigners(LeafPlace place, Judgement.Weighed judgement) implements ProofVerdict {
        @Override
        public String code() {
            return "proof-too-few-cosigners";
        }
    }

    /// No ledger that the policy knows signed the checkpoint.
    record NotOfTheLog(Judgement.NotOfTheLog judgement) implements ProofVerdict {
        @Override
        public String code() {
            return judgement.fault().code();
        }
    }

    /// The path does not lead from the entry to the root.
    record OtherEntry(Judgement.Weighed judgement) implements ProofVerdict {
        @Override
        public String code() {
            return "proof-other-entry";
        }
    }

    /// The file does not hold what was committed to, and no commitment was given beside it.
    record NothingToProve() implements ProofVerdict {
        @Override
        public String code() {
            return "proof-closed";
        }
    }
}
