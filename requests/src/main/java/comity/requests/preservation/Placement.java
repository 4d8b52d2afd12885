package comity.requests.preservation;

import java.time.Instant;
import java.util.Optional;

/// Where lists and clocks find a case: worked out anew at each step, so that no list has to open the case itself.
///
/// @param waitsFor whose move it is
/// @param dueAt the next end that people look at
/// @param tickAt when the clock has something to do by itself
public record Placement(CaseLine.WaitsFor waitsFor, Optional<Instant> dueAt, Optional<Instant> tickAt) {}
