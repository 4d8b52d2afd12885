package comity.desk;

import comity.kernel.RequestReference;
import comity.requests.Urgency;
import java.time.Instant;

/// Something that the people on shift should hear of. Carries no word of the case.
public record Ring(RequestReference reference, Kind kind, Urgency.Criterion urgency, Sound sound, Instant at) {
    /// Why it rings.
    public enum Kind {
        /// A new request from another State that nobody has acknowledged.
        ARRIVED("arrived"),
        /// The other State moved one of the cases.
        MOVED("moved"),
        /// We moved it ourselves: pages that are open elsewhere should show it; silent.
        CHANGED("changed"),
        /// A clock comes near its end.
        REMINDED("reminded"),
        /// A clock has passed its end.
        BREACHED("breached");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /// The stable word, used as the name of the server-sent event.
        public String code() {
            return code;
        }
    }
}
