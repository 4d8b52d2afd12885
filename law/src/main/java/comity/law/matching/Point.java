package comity.law.matching;

import comity.kernel.StateCode;
import comity.law.offence.ProvisionId;
import java.util.Optional;

/// One reason for an answer, with the place in the law.
///
/// @param state whose law
/// @param reason what is the matter
/// @param offence as which the act was seen
/// @param element the element; empty when it is the offence as a whole
/// @param provision where the law says so; empty when there is none
/// @param fact the further fact that the law demands; empty when it is the element itself
/// @param wording the words of the law
public record Point(
        StateCode state,
        Reason reason,
        String offence,
        Optional<String> element,
        Optional<ProvisionId> provision,
        Optional<String> fact,
        String wording) {
    /// What is the matter.
    public enum Reason {
        /// The law demands a fact that the conduct does not state yet.
        FACT_TO_STATE,
        /// No provision reaches the offence, and the book is said to be complete.
        NO_PROVISION,
        /// A provision does not reach the element.
        ELEMENT_LACKING,
        /// What the law demands is known not to be so.
        RULED_OUT,
        /// The law takes this conduct out.
        EXEMPT,
        /// The law does not punish this part in the offence (art. 19).
        PART_NOT_PUNISHED,
        /// The State has given no book.
        NO_BOOK,
        /// No provision was entered, and the book is not said to be complete.
        NO_PROVISION_ENTERED,
        /// Nobody has compared the provision with the element.
        ELEMENT_NOT_COMPARED,
        /// The conduct does not say which alternative it was.
        WAY_NOT_SAID,
        /// The book does not say whether this part is punished.
        PART_NOT_KNOWN
    }
}
