package comity.federation.inbox;

import comity.federation.LetterStatement;
import comity.federation.envelope.Envelope;
import comity.kernel.OneLine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A letter of a good envelope, its body decrypted where that was possible.
///
/// @param body plain; null when it was not written to a key of ours
/// @param rejection why it will not be taken
record Opened(
        Envelope.Enclosed letter, LetterStatement statement, byte @Nullable [] body, Optional<Rejection> rejection) {
    /// A signed no.
    ///
    /// @param detail may quote what the letter says
    record Rejection(String code, String detail) {
        Rejection {
            detail = OneLine.of(detail);
        }
    }

    Opened rejected(Rejection because) {
        return new Opened(letter, statement, body, Optional.of(because));
    }
}
