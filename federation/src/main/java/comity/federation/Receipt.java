package comity.federation;

import comity.kernel.StateCode;
import comity.ledger.LeafPlace;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Evidence of what became of one letter. Signed by the other node when it is positive or a rejection, by our own when
/// the other one kept silent.
///
/// @param letter its id
/// @param peer to whom it was written
/// @param code the ground of a rejection or failure
/// @param at when it happened, by the clock of whoever signed
/// @param place of the letter in the other node's ledger
/// @param checkpoint of the other node's ledger, covering that place: a C2SP note
public record Receipt(
        UUID letter,
        StateCode peer,
        String thread,
        String kind,
        Event event,
        Optional<String> code,
        String detail,
        Instant at,
        Optional<LeafPlace> place,
        Optional<String> checkpoint) {
    /// What happened, in the vocabulary of registered delivery (ETSI EN 319 522). The first five are told
    /// by nodes. The others are acts of people and come as letters of their own.
    public enum Event {
        /// Our node has taken the letter to send it.
        SUBMISSION_ACCEPTED("submission-accepted", "SubmissionAcceptance"),
        /// The other node has it, durably, and has handed it to the desk's inbox (relay and content consignment
        /// in one).
        RELAY_ACCEPTED("relay-accepted", "RelayAcceptance"),
        /// The other node says with its signature that it does not take it.
        RELAY_REJECTED("relay-rejected", "RelayRejection"),
        /// No receipt within the term; it is still being sent.
        RELAY_TIMED_OUT("relay-timed-out", "RelayFailure"),
        /// No receipt until the letter's end; it is sent no more.
        RELAY_FAILED("relay-failed", "RelayFailure"),
        /// A person at the other desk has it before them: an acknowledgement.
        RETRIEVED("retrieved", "ContentHandover"),
        /// The other authority takes the matter on.
        ACCEPTED("accepted", "ConsignmentAcceptance"),
        /// The other authority declines the matter.
        REJECTED("rejected", "ConsignmentRejection");

        private final String word;
        private final String etsiName;

        Event(String word, String etsiName) {
            this.word = word;
            this.etsiName = etsiName;
        }

        /// As written in documents and tables.
        public String word() {
            return word;
        }

        /// The event of the standard that this one stands for.
        public String etsiName() {
            return etsiName;
        }

        /// The event of a word; empty for one of a newer version.
        public static Optional<Event> ofWord(String word) {
            for (Event event : values()) {
                if (event.word.equals(word)) {
                    return Optional.of(event);
                }
            }
            return Optional.empty();
        }
    }
}
