package comity.requests.preservation;

/// Why keeping the data may not help (art. 42(7)).
///
/// @param note in the requested desk's words
public record Risk(Kind kind, String note) {
    /// What is at risk.
    public enum Kind {
        /// The data may be gone all the same.
        AVAILABILITY("availability"),
        /// The person concerned may learn of it.
        CONFIDENTIALITY("confidentiality"),
        /// The requesting State's investigation may be harmed otherwise.
        PREJUDICE("prejudice");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// What the requesting State chose after such a notice.
    public enum Choice {
        CONTINUE("continue"),
        WITHDRAW("withdraw");

        private final String code;

        Choice(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
