package comity.api.request;

import comity.api.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A legal term and why it runs, stands still or ended. A clock that is breached deletes nothing.
///
/// @param status what it does now
/// @param cause what it counts
/// @param waitsFor what a paused clock waits for
/// @param causeText the cause in words
/// @param until when the term ends; nothing while it is paused or held
/// @param since when the present status began, where that is known
/// @param remainingSeconds what is left of a paused term
/// @param times how often the term was extended
/// @param reference the request for mutual legal assistance that holds the term
public record TermClock(
        @Words({"running", "paused", "extended", "held", "met", "breached", "released"})
        String status,

        @Words({"data-loss", "acknowledgement", "promised-update", "decision", "preservation", "domestic-order"})
        @Nullable
        String cause,

        @Words({"needs-more", "risk-choice", "consultation"}) @Nullable
        String waitsFor,

        @Nullable String causeText,
        @Nullable Instant until,
        @Nullable Instant since,
        @Nullable Long remainingSeconds,
        @Nullable Integer times,
        @Nullable String reference) {}
