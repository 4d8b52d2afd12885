package comity.requests.preservation;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import java.time.Instant;
import java.util.Optional;

/// What the public page may say of a reference and a fingerprint: no more than the paper in the asker's hand does.
public sealed interface Verification {
    /// Reference and fingerprint belong together.
    ///
    /// @param signedAt when the requesting State signed it
    /// @param status `active`, `refused`, `withdrawn` or `ended`
    /// @param scope `preservation`, which allows no disclosure, or `emergency`
    /// @param ends when the term ends unless it is extended
    record Genuine(
            RequestReference reference,
            StateCode requesting,
            StateCode requested,
            Instant signedAt,
            String status,
            String scope,
            Optional<Instant> ends)
            implements Verification {}

    /// They do not, or there is no such request: which of the two is not said.
    record NotGenuine() implements Verification {}
}
