package comity.ledger.policy;

import comity.ledger.note.Cosignature;
import comity.ledger.note.NoteFault;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.VerifierKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a policy says of a checkpoint, cosigner by cosigner and group by group.
public sealed interface Judgement {
    /// Whether the checkpoint counts.
    default boolean isGood() {
        return this instanceof Weighed weighed && weighed.quorum().isReached();
    }

    /// No log of the policy signed it; then no cosigner is asked.
    ///
    /// @param fault what is wrong with the note
    record NotOfTheLog(NoteFault fault) implements Judgement {}

    /// A log of the policy signed it, and this is how its cosigners stand to it.
    ///
    /// @param checkpoint as the log signed it
    /// @param cosigners every cosigner of the policy, in its order
    /// @param groups every group of the policy, in its order
    /// @param quorum what decides
    record Weighed(SignedCheckpoint checkpoint, List<Word> cosigners, List<Count> groups, Count quorum)
            implements Judgement {
        public Weighed {
            cosigners = List.copyOf(cosigners);
            groups = List.copyOf(groups);
        }

        /// The cosigners that signed.
        public List<Word> signed() {
            return cosigners.stream().filter(Word::counts).toList();
        }

        /// The cosigners that did not, or not in a way that counts.
        public List<Word> notSigned() {
            return cosigners.stream().filter(word -> !word.counts()).toList();
        }

        /// When the last cosigner signed that stated a time; empty when none did.
        public Optional<Instant> newest() {
            return signed().stream()
                    .map(Word::cosignature)
                    .filter(word -> word instanceof Cosignature.Signed signed && signed.isDated())
                    .map(word -> ((Cosignature.Signed) word).at())
                    .max(Instant::compareTo);
        }
    }

    /// What one cosigner says.
    ///
    /// @param name in the policy
    record Word(String name, VerifierKey key, Cosignature cosignature) {
        public boolean counts() {
            return cosignature instanceof Cosignature.Signed;
        }
    }

    /// How many of a group signed.
    ///
    /// @param name in the policy; `none` for a quorum that asks for nobody
    /// @param needed how many must
    /// @param members how many there are
    /// @param signed the names of those that did
    record Count(String name, int needed, int members, List<String> signed) {
        public Count {
            signed = List.copyOf(signed);
        }

        public boolean isReached() {
            return signed.size() >= needed;
        }
    }
}
