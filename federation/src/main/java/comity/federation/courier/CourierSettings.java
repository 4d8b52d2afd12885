package comity.federation.courier;

import java.time.Duration;

/// How letters are sent.
///
/// @param inFlight how many envelopes may be on their way to one State at a time
/// @param backlogFrom when more letters than this wait for one State, they share envelopes
/// @param term how long a receipt may take before our own node says so in signed evidence
/// @param end how long a letter is sent again before it is given up
/// @param firstPause before a second try; doubles up to [#longestPause], with jitter
public record CourierSettings(
        int inFlight, int backlogFrom, Duration term, Duration end, Duration firstPause, Duration longestPause) {
    public static final CourierSettings USUAL = new CourierSettings(
            64, 256, Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofSeconds(1), Duration.ofMinutes(5));
}
