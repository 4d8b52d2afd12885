package comity.requests.preservation;

import java.time.Instant;

/// What the custodian keeps, as it confirmed.
///
/// @param provider who keeps it
/// @param nationalReference how the requested State names it
/// @param since when the custodian confirmed
/// @param until kept at least until then
/// @param extensions how often the term was extended
public record Keeping(
        String provider,
        Coverage coverage,
        String nationalReference,
        String remarks,
        Instant since,
        Instant until,
        int extensions) {
    /// How much of what was asked for is kept.
    public enum Coverage {
        FULL("full"),
        PARTIAL("partial");

        private final String code;

        Coverage(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// The same, kept longer.
    Keeping extendedTo(Instant later) {
        return new Keeping(provider, coverage, nationalReference, remarks, since, later, extensions + 1);
    }
}
