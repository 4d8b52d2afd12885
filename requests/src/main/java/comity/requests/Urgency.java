package comity.requests;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Why a request cannot wait, by criteria and not by adjectives: two desks that never met must read it alike.
///
/// @param criterion the gravest one that applies
/// @param lostAt when the data will be gone, when that is known
/// @param reason in the requesting officer's words
public record Urgency(Criterion criterion, Optional<Instant> lostAt, String reason) {
    /// The gravest first: a desk that must choose takes them in this order.
    public enum Criterion {
        THREAT_TO_LIFE("threat-to-life"),
        CHILD_AT_RISK("child-at-risk"),
        CRITICAL_INFRASTRUCTURE("critical-infrastructure"),
        DATA_ABOUT_TO_BE_LOST("data-about-to-be-lost"),
        OTHER("other"),
        NONE("none");

        private final String code;

        Criterion(String code) {
            this.code = code;
        }

        /// The stable word in forms, letters and the API.
        public String code() {
            return code;
        }

        /// Empty for a word that this version does not know.
        public static Optional<Criterion> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(criterion -> criterion.code.equals(code))
                    .findFirst();
        }

        /// 0 for the gravest.
        public int rank() {
            return ordinal();
        }
    }

    /// A request that gives no reason to hurry.
    public static Urgency none() {
        return new Urgency(Criterion.NONE, Optional.empty(), "");
    }
}
