package comity.cli.call;

import comity.api.Problem;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What came of a call.
///
/// @param <T> the record that was asked for
public sealed interface Reply<T> {
    /// The node did what was asked.
    ///
    /// @param value the answer
    /// @param json the same as it came, with whatever a newer node added
    /// @param etag the version of what was answered
    record Answered<T>(T value, JsonNode json, Optional<String> etag) implements Reply<T> {}

    /// The node said no, and nothing was done.
    ///
    /// @param problem why
    /// @param json the same as it came
    record Refused<T>(Problem problem, JsonNode json) implements Reply<T> {}

    /// Nobody can tell: the node could not be reached, or its answer got lost.
    ///
    /// @param reason the stable name of what happened
    /// @param detail what the machine said
    /// @param mayHaveHappened whether the node may have done it
    /// @param key the idempotency key under which to ask again
    record Unknown<T>(String reason, String detail, boolean mayHaveHappened, String key) implements Reply<T> {}
}
