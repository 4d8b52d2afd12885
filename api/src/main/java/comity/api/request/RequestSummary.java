package comity.api.request;

import comity.api.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request in a line.
///
/// @param id its stable id (UUID)
/// @param reference its reference, for example `XA.PRS.2027.000318-W`
/// @param side whether this node's State asks or is asked
/// @param requestingState who asks
/// @param requestedState who is asked
/// @param state where it stands
/// @param urgency the gravest criterion that makes it urgent, or `none`
/// @param clock the term that runs; nothing when none does
/// @param waitsFor whose move it is
/// @param owner the pseudonym of the account that has it; nothing while nobody has
/// @param acknowledgedAt when a person at the other desk, or at this one, had seen it; nothing before
/// @param updatedAt when it last changed
/// @param version grows with every change
public record RequestSummary(
        String id,
        String reference,
        @Words({"requesting", "requested"}) String side,
        String requestingState,
        String requestedState,

        @Words({
            "drafted",
            "sent",
            "received",
            "acknowledged",
            "needs-more",
            "risk-noticed",
            "consulted",
            "refused",
            "ordered",
            "preserved",
            "extension-asked",
            "held",
            "expired",
            "released",
            "withdrawn"
        })
        String state,

        @Words({"threat-to-life", "child-at-risk", "critical-infrastructure", "data-about-to-be-lost", "other", "none"})
        String urgency,

        @Nullable TermClock clock,
        @Words({"us", "them", "nobody"}) String waitsFor,
        @Nullable String owner,
        @Nullable Instant acknowledgedAt,
        Instant updatedAt,
        long version) {}
