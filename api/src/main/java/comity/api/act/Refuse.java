package comity.api.act;

import org.jspecify.annotations.Nullable;

/// Refuses. Only the grounds of art. 42(6), and of a reservation under art. 42(5), exist; reasons are always
/// given.
///
/// @param ground the code of the ground, one of those that the node offers
/// @param nationalLaw the provision of one's own law, if one applies
/// @param reasons why, so that the requesting State understands it
/// @param mayResubmitIf what would change the answer
public record Refuse(
        String ground,
        @Nullable String nationalLaw,
        String reasons,
        @Nullable String mayResubmitIf) {}
