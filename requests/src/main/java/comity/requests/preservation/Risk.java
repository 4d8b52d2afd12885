package comity.requests.preservation;

import comity.law.RiskKind;

/// Why keeping the data may not help (art. 42(7)).
///
/// @param kind what is at risk
/// @param note in the requested desk's words
public record Risk(RiskKind kind, String note) {
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
