package comity.requests.identifiers;

import comity.kernel.WrittenTime.Precision;
import java.time.LocalDateTime;
import java.util.Optional;

/// What a written time says by itself, before anybody decides on a zone.
///
/// @param local the wall clock it shows
/// @param zone the zone or offset it carries, as written; empty when it carries none
/// @param precision the smallest unit written
/// @param other the wall clock it would show with day and month exchanged; present when both are possible
record ClockText(LocalDateTime local, String zone, Precision precision, Optional<LocalDateTime> other) {}
