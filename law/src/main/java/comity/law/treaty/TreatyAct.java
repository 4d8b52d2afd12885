package comity.law.treaty;

import comity.kernel.StateCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a participant did about a treaty. The register is nothing but these, and what follows from them.
public sealed interface TreatyAct {
    Head head();

    /// What every act has.
    ///
    /// @param id stable; a correction carries the same one and a higher version
    /// @param version counts from 1
    /// @param by who did it
    /// @param instrument the treaty's code
    record Head(String id, int version, StateCode by, String instrument, When on, Provenance source) {
        public Head {
            if (version < 1) {
                throw new IllegalArgumentException("versions count from 1");
            }
        }
    }

    /// Signed (art. 64). Binds nobody yet.
    record Signature(Head head) implements TreatyAct {}

    /// Gave an instrument to the depositary (art. 64).
    ///
    /// @param inForceOn for other treaties than the Convention: since when it binds, as far as that is known; empty
    /// while the treaty binds nobody
    record Deposit(Head head, How how, Optional<When> inForceOn) implements TreatyAct {
        /// By which kind of instrument, with the letter of the depositary's tables.
        public enum How {
            RATIFICATION("r"),
            ACCEPTANCE("A"),
            APPROVAL("AA"),
            ACCESSION("a"),
            SUCCESSION("d");

            private final String letter;

            How(String letter) {
                this.letter = letter;
            }

            public String letter() {
                return letter;
            }

            /// Whether a signature must have come before.
            public boolean needsSignature() {
                return this == RATIFICATION || this == ACCEPTANCE || this == APPROVAL;
            }
        }
    }

    /// Does not want to be bound by a provision, or only so far.
    ///
    /// @param provisions articles or paragraphs, for example `14`, `42(5)`
    /// @param effect what it does to them
    /// @param text by BCP 47 tag
    record Reservation(Head head, List<String> provisions, Effect effect, Map<String, String> text)
            implements TreatyAct {
        /// What a reservation does between the State that made it and each other one (Vienna Convention, art. 21).
        public enum Effect {
            /// The provisions do not apply between the two.
            EXCLUDES,
            /// They apply with a further condition.
            NARROWS
        }

        public Reservation {
            provisions = List.copyOf(provisions);
            text = Map.copyOf(text);
        }

        /// Whether it takes the whole of an article, or the paragraph itself, out.
        public boolean excludes(String provision) {
            return effect == Effect.EXCLUDES && provisions.contains(provision);
        }
    }

    /// Says how it understands or applies a provision.
    record Declaration(Head head, List<String> provisions, Map<String, String> text) implements TreatyAct {
        public Declaration {
            provisions = List.copyOf(provisions);
            text = Map.copyOf(text);
        }
    }

    /// Does not accept another's reservation.
    ///
    /// @param to the id of the reservation
    /// @param precludes says that the treaty is not to be in force between the two
    record Objection(Head head, String to, boolean precludes, Map<String, String> text) implements TreatyAct {
        public Objection {
            text = Map.copyOf(text);
        }
    }

    /// Named an authority (arts 37, 40(12), 41(2), 53(7)).
    record Designation(Head head, Duty duty, Map<String, String> authority) implements TreatyAct {
        public Designation {
            authority = Map.copyOf(authority);
        }
    }

    /// Told the Secretary-General something that a duty asks for: languages, laws, competence.
    ///
    /// @param said by BCP 47 tag; for languages, one text of tags with commas under `und`
    record Notification(Head head, Duty duty, Map<String, String> said) implements TreatyAct {
        public Notification {
            said = Map.copyOf(said);
        }
    }

    /// Took back a signature, an instrument before it bound, a reservation, a declaration or an objection.
    ///
    /// @param of the id of the act taken back
    record Withdrawal(Head head, String of) implements TreatyAct {}

    /// Leaves the treaty (art. 67).
    record Denunciation(Head head) implements TreatyAct {}
}
