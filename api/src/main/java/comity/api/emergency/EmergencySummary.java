package comity.api.emergency;

import comity.api.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request for data to avert an emergency in a line.
///
/// @param id its stable id (UUID)
/// @param reference its reference, for example `XA.EMG.2027.000004-1`
/// @param side whether this node's State asks or is asked
/// @param requestingState who asks
/// @param requestedState who is asked
/// @param state where it stands
/// @param waitsFor whose move it is
/// @param reviewBy when both States should have looked at it again; nothing before data were given or kept
/// @param owner the pseudonym of the account that has it; nothing while nobody has
/// @param sentAt when it was sent; nothing while it is a draft
/// @param updatedAt when it last changed
/// @param version grows with every change; the same number is the entity tag
public record EmergencySummary(
        String id,
        String reference,
        @Words({"requesting", "requested"}) String side,
        String requestingState,
        String requestedState,

        @Words({"drafted", "sent", "received", "acknowledged", "accepted", "kept-only", "declined", "withdrawn"})
        String state,

        @Words({"us", "them", "nobody"}) String waitsFor,
        @Nullable Instant reviewBy,
        @Nullable String owner,
        @Nullable Instant sentAt,
        Instant updatedAt,
        long version) {}
