package comity.api.exhibit;

import comity.api.Words;
import java.time.Instant;

/// One exhibit in a list.
///
/// @param reference its name in both States
/// @param request the request that it answers
/// @param title what it is
/// @param side whether this State hands it over or gets it
/// @param peer the other State
/// @param state where it stands
/// @param updatedAt when that last changed
public record ExhibitSummary(
        String reference,
        String request,
        String title,
        @Words({"holding", "receiving"}) String side,
        String peer,

        @Words({
            "collecting",
            "sealing",
            "offered",
            "delivered",
            "disputed",
            "announced",
            "received",
            "not-good",
            "withdrawn",
            "destroyed"
        })
        String state,

        Instant updatedAt) {}
