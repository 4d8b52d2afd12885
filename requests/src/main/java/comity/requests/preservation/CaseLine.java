package comity.requests.preservation;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.requests.Side;
import comity.requests.Urgency;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One line of a list.
///
/// @param peer the other State
/// @param state the word of the state
/// @param clock empty when nothing runs
/// @param waitsFor who must act next
public record CaseLine(
        UUID id,
        RequestReference reference,
        Side side,
        StateCode peer,
        String state,
        Urgency.Criterion urgency,
        Optional<TermClock> clock,
        WaitsFor waitsFor,
        Optional<Instant> acknowledgedAt,
        String owner,
        Instant updatedAt,
        long version) {
    /// Whose move it is.
    public enum WaitsFor {
        US("us"),
        THEM("them"),
        NOBODY("nobody");

        private final String code;

        WaitsFor(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static WaitsFor ofCode(String code) {
            return switch (code) {
                case "us" -> US;
                case "them" -> THEM;
                default -> NOBODY;
            };
        }
    }
}
