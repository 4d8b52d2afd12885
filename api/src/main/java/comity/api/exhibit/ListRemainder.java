package comity.api.exhibit;

import comity.api.Words;

/// Lists what was collected and is not handed over.
///
/// @param ground why none of it is handed over
/// @param list one line for each thing, as `sha256sum` prints it: 64 hex digits, and the name it had, which may be left
///     out
public record ListRemainder(
        @Words({"outside-order", "privileged", "filtered"}) String ground, String list) {}
