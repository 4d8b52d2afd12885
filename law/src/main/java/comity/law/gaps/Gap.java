package comity.law.gaps;

import comity.law.offence.ProvisionId;
import java.util.Optional;

/// One place where a law does not reach what the Convention asks for.
///
/// @param kind what is the matter
/// @param offence which offence
/// @param article the paragraph, for example `14(1)(d)`
/// @param element the element; empty when it is the offence as a whole
/// @param provision the provision that comes nearest; empty when there is none
/// @param fact the further fact that it demands
/// @param topic the kind of technical assistance that may help
public record Gap(
        Kind kind,
        String offence,
        String article,
        Optional<String> element,
        Optional<ProvisionId> provision,
        Optional<String> fact,
        String topic) {
    /// What is the matter.
    public enum Kind {
        /// No provision, in a book that is said to be complete.
        NO_PROVISION,
        /// No provision, in a book that is not said to be complete.
        NOT_ENTERED,
        /// There is one, and it does not apply on that day.
        NOT_IN_FORCE,
        /// No provision reaches a required element, or has an exit that the Convention demands.
        ELEMENT_LACKING,
        /// An element is reached only where more is shown than the Convention lets a State require.
        DEMANDS_MORE,
        /// Nobody has compared any provision with a required element.
        NOT_COMPARED,
        /// Taking part is not punished (art. 19(1)).
        PART_NOT_PUNISHED,
        /// The book does not say whether taking part is punished.
        PART_NOT_KNOWN
    }
}
