package comity.requests.preservation;

import java.util.Map;

/// Something about an incoming request that a machine can know, with what it found.
///
/// @param code for example `signed-by-node` or `minimum-content`
/// @param details what the text names, for example `given` and `needed`, or the `pointer` and `code` of a complaint
public record MachineCheck(String code, Result result, Map<String, String> details) {
    public MachineCheck {
        details = Map.copyOf(details);
    }

    /// What the check found.
    public enum Result {
        PASSED("passed"),
        FAILED("failed"),
        /// Worth a look by a person; no verdict.
        LOOK("look");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
