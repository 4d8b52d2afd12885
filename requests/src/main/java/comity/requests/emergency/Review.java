package comity.requests.emergency;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What one State says when it looks again at an emergency.
///
/// @param finding whether it was one
/// @param assistanceReference the ordinary request that stands behind it now; empty for none
/// @param text in words, for the other State
public record Review(Instant at, Finding finding, String assistanceReference, String text) {
    /// Whether the use of the fast lane holds afterwards.
    public enum Finding {
        /// It was an emergency, and an ordinary request follows or is not needed.
        JUSTIFIED("justified"),
        /// It was none, or not shown; what was given is sealed and not used.
        NOT_JUSTIFIED("not-justified");

        private final String code;

        Finding(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Finding> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(finding -> finding.code.equals(code))
                    .findFirst();
        }
    }
}
