package comity.vault;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// What allows an exhibit to be handed over, in the words of the State that hands it over.
///
/// @param reference the decision at home, as courts and offices number it
/// @param article the article of the Convention or of another treaty that it serves, for example `unc.44`
/// @param item which item of the request it answers; may be empty
/// @param conditions for what it may be used and for what not; may be empty
/// @param keepUntil the last day on which it may be kept; empty when none was set. Nothing is deleted by itself when
/// the
///     day has passed
public record HandoverOrder(
        String reference, String article, String item, String conditions, Optional<LocalDate> keepUntil) {
    /// Without a last day.
    public HandoverOrder(String reference, String article, String item, String conditions) {
        this(reference, article, item, conditions, Optional.empty());
    }

    /// Whether the last day has passed everywhere on the clock of UTC.
    public boolean isOverdue(Instant now) {
        return keepUntil
                .filter(day -> now.atZone(ZoneOffset.UTC).toLocalDate().isAfter(day))
                .isPresent();
    }
}
