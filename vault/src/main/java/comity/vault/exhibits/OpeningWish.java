package comity.vault.exhibits;

import java.time.Duration;
import java.time.Instant;

/// One person's wish to open an exhibit.
///
/// @param person the account's pseudonymous id; it is kept here only, never in the custody
/// @param role in which role it is asked
/// @param why for what; stands in the custody
public record OpeningWish(String person, String role, String why) {
    /// A wish that waits for a second person, because the exhibit is sensitive.
    public record Waiting(OpeningWish wish, Instant askedAt) {
        /// How long a second person has. An hour is long enough to fetch a colleague at night, and short
        /// enough that both still speak of the same moment: nobody opens on what was asked a shift before.
        public static final Duration LASTS = Duration.ofHours(1);

        /// Until when a second person may open it.
        public Instant until() {
            return askedAt.plus(LASTS);
        }

        boolean lastsAt(Instant now) {
            return now.isBefore(until());
        }
    }
}
