package comity.vault;

import comity.kernel.ExhibitReference;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import java.time.Instant;
import java.util.UUID;

/// One item of evidence that one State hands over to another, as one of the two has it.
///
/// @param id its number in this node; the other node has one of its own
/// @param request the request that it answers
/// @param peer the other State
/// @param title what it is, in a few words; the other State reads them, too
/// @param sensitive whether nobody should see its contents without need: never shown, and two people open it
/// @param version counts up with every change of the record
public record Exhibit(
        UUID id,
        ExhibitReference reference,
        RequestReference request,
        StateCode peer,
        String title,
        HandoverOrder order,
        boolean sensitive,
        ExhibitState state,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /// On which side of the hand-over this node stands.
    public enum Side {
        /// This State hands it over.
        HOLDING("holding"),
        /// This State gets it.
        RECEIVING("receiving");

        private final String code;

        Side(String code) {
            this.code = code;
        }

        /// The stable word in tables and the API.
        public String code() {
            return code;
        }
    }

    /// The State that hands an exhibit over names it.
    public Side side() {
        return reference.state().equals(peer) ? Side.RECEIVING : Side.HOLDING;
    }

    /// The State of this node.
    public StateCode self() {
        return side() == Side.HOLDING ? reference.state() : request.state();
    }

    /// The same exhibit, later.
    public Exhibit moved(ExhibitState next, Instant now) {
        return new Exhibit(id, reference, request, peer, title, order, sensitive, next, version + 1, createdAt, now);
    }
}
