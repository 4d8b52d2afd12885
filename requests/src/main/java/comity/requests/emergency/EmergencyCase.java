package comity.requests.emergency;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.requests.Side;
import comity.requests.preservation.CaseLine.WaitsFor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One request for emergency data, ours or another State's.
///
/// @param requested the State that is asked
/// @param document what it says, by JSON pointer
/// @param decision why we gave or kept, and who decided; stays in this node
/// @param ownReview what we found when we looked again
/// @param peerReview what the other State found
/// @param owner the account that wrote it or took it; empty while nobody has
public record EmergencyCase(
        UUID id,
        RequestReference reference,
        Side side,
        StateCode requested,
        Map<String, String> document,
        EmergencyState state,
        String fingerprint,
        Optional<Instant> sentAt,
        Optional<Decision> decision,
        Optional<Review> ownReview,
        Optional<Review> peerReview,
        long version,
        String owner,
        Instant updatedAt) {
    public EmergencyCase {
        document = Map.copyOf(document);
    }

    /// Why the data were given or kept at once. Written for oversight; no letter is made from it.
    ///
    /// @param order the reference of the decision at home
    /// @param person who decided; another one reviews
    public record Decision(String order, String justification, String person) {}

    /// The State that asks.
    public StateCode requesting() {
        return reference.state();
    }

    /// The State on the other side.
    public StateCode peer() {
        return side == Side.REQUESTING ? requested : requesting();
    }

    /// Whether data may be handed over under it.
    public boolean isAccepted() {
        return state instanceof EmergencyState.Accepted;
    }

    /// Whether the review of our side is still to be written.
    public boolean awaitsOurReview() {
        return state instanceof EmergencyState.Answered && ownReview.isEmpty();
    }

    /// Whose move it is.
    public WaitsFor waitsFor() {
        return switch (state) {
            case EmergencyState.Drafted _ -> WaitsFor.US;
            case EmergencyState.Open _ -> side == Side.REQUESTED ? WaitsFor.US : WaitsFor.THEM;
            case EmergencyState.Answered _ when ownReview.isEmpty() -> WaitsFor.US;
            case EmergencyState.Answered _ -> peerReview.isEmpty() ? WaitsFor.THEM : WaitsFor.NOBODY;
            case EmergencyState.Closed _, EmergencyState.Unknown _ -> WaitsFor.NOBODY;
        };
    }

    EmergencyCase saying(Map<String, String> words, Instant at) {
        return with(words, state, fingerprint, sentAt, decision, ownReview, peerReview, owner, at);
    }

    EmergencyCase sent(Map<String, String> words, String print, Instant at) {
        return with(
                words, new EmergencyState.Sent(at), print, Optional.of(at), decision, ownReview, peerReview, owner, at);
    }

    EmergencyCase moved(EmergencyState next, Instant at) {
        return with(document, next, fingerprint, sentAt, decision, ownReview, peerReview, owner, at);
    }

    /// Answered here. What was found about an earlier answer says nothing about this one.
    EmergencyCase decided(Decision why, EmergencyState next, Instant at) {
        return with(
                document, next, fingerprint, sentAt, Optional.of(why), Optional.empty(), Optional.empty(), owner, at);
    }

    /// The other State has answered. What was found about an earlier answer says nothing about this one.
    EmergencyCase answered(EmergencyState next, Instant at) {
        return with(document, next, fingerprint, sentAt, decision, Optional.empty(), Optional.empty(), owner, at);
    }

    /// The same at a later moment, after something that changes nothing it says.
    EmergencyCase touched(Instant at) {
        return moved(state, at);
    }

    EmergencyCase takenBy(String person) {
        return new EmergencyCase(
                id,
                reference,
                side,
                requested,
                document,
                state,
                fingerprint,
                sentAt,
                decision,
                ownReview,
                peerReview,
                version,
                person,
                updatedAt);
    }

    EmergencyCase reviewed(Review review, Instant at) {
        return with(document, state, fingerprint, sentAt, decision, Optional.of(review), peerReview, owner, at);
    }

    EmergencyCase reviewedThere(Review review, Instant at) {
        return with(document, state, fingerprint, sentAt, decision, ownReview, Optional.of(review), owner, at);
    }

    private EmergencyCase with(
            Map<String, String> words,
            EmergencyState next,
            String print,
            Optional<Instant> sent,
            Optional<Decision> why,
            Optional<Review> ours,
            Optional<Review> theirs,
            String person,
            Instant at) {
        return new EmergencyCase(
                id, reference, side, requested, words, next, print, sent, why, ours, theirs, version + 1, person, at);
    }
}
