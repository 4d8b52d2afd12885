package comity.api.request;

import comity.api.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A legal term and why it runs, stands still or ended. A clock that is breached deletes nothing.
///
/// @param status what it does now
/// @param cause the stable name of the rule or reason, for example `preservation-floor`
/// @param causeText the same in words
/// @param until when the term ends; nothing while it is paused or held
/// @param since when the present status began, where that is known
/// @param remainingSeconds what is left of a paused term
/// @param times how often the term was extended
/// @param reference the request for mutual legal assistance that holds the term
public record TermClock(
        @Words({"running", "paused", "extended", "held", "met", "breached", "released"})
        String status,

        @Nullable String cause,
        @Nullable String causeText,
        @Nullable Instant until,
        @Nullable Instant since,
        @Nullable Long remainingSeconds,
        @Nullable Integer times,
        @Nullable String reference) {}
