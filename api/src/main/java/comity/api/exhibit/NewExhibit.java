package comity.api.exhibit;

import comity.api.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Begins an exhibit: what is to be handed over, and what allows it.
///
/// @param title what it is, in a few words; the other State reads them, too
/// @param orderReference the decision at home
/// @param article the article that it serves
/// @param item which item of the request it answers
/// @param conditions for what it may be used and for what not
/// @param keepUntil the last day on which it may be kept
/// @param sensitive whether nobody should see its contents without need
public record NewExhibit(
        String title,
        String orderReference,
        @Words({"unc.44", "unc.43", "unc.41"}) String article,
        @Nullable String item,
        @Nullable String conditions,
        @Nullable LocalDate keepUntil,
        @Words({"yes", "no"}) String sensitive) {}
