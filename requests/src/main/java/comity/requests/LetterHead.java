package comity.requests;

import comity.kernel.RequestReference;
import java.time.Instant;

/// What every letter says first.
///
/// @param reference the request
/// @param at when the act was done
/// @param role the role in which a person did it; `system` when a clock did. Never a name.
public record LetterHead(RequestReference reference, Instant at, String role) {}
