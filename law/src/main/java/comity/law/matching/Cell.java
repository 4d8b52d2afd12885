package comity.law.matching;

import comity.law.offence.ProvisionId;
import java.util.Optional;

/// What one law says to one element.
///
/// @param verdict how it stands
/// @param provision where it says so; empty when it says nothing
/// @param wording the words that do it
/// @param demand the further fact that it demands
public record Cell(Verdict verdict, Optional<ProvisionId> provision, String wording, Optional<String> demand) {
    /// How a law stands to an element, for this conduct.
    public enum Verdict {
        /// It reaches the element, and what more it demands is shown.
        COVERED,
        /// It reaches the element when a fact is stated.
        FACT_TO_STATE,
        /// It does not demand what it might.
        NOT_DEMANDED,
        /// It does not reach the element.
        LACKING,
        /// Nobody has compared them, or there is no book.
        NOT_KNOWN,
        /// The conduct is known not to have it.
        RULED_OUT,
        /// It takes this conduct out.
        EXEMPT,
        /// Nothing in the conduct raises this exit, or this alternative.
        NOT_RAISED
    }

    static Cell of(Verdict verdict) {
        return new Cell(verdict, Optional.empty(), "", Optional.empty());
    }
}
