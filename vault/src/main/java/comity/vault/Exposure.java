package comity.vault;

import java.time.Duration;

/// How long a sensitive exhibit has lain open in this node for people of one role, all openings together. Two people
/// who opened it together count twice.
///
/// @param role in which they opened it; never a name
public record Exposure(String role, Duration time) {}
