package comity.requests.preservation;

import java.time.Instant;
import java.util.Optional;

/// A person at the requested desk has seen the request.
///
/// @param role the role in which the person said so
/// @param nextUpdateBy when the desk promised to say more
public record Acknowledgement(Instant at, String role, Optional<Instant> nextUpdateBy) {}
