package comity.federation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An envelope that was refused, kept for inspection.
///
/// @param peer the State on the connection, as its certificate named it; empty when it named none
/// @param code of the problem, see docs/protocol/problems.md
/// @param digest SHA-256 of all its bytes
/// @param size in bytes, all of them
/// @param seen how often the same bytes were refused for the same reason
public record QuarantinedEnvelope(
        UUID id,
        Optional<String> peer,
        String code,
        String detail,
        String digest,
        long size,
        int seen,
        Instant firstAt,
        Instant lastAt) {}
