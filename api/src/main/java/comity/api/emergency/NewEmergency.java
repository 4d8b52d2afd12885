package comity.api.emergency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts the draft of a request for data to avert an emergency.
///
/// @param requestedState the State that shall be asked: its two-letter code, for example `XB`
/// @param language the language in which it will be written, as a BCP 47 tag, for example `fr`
/// @param preservation the reference of an own preservation request whose data these are: its items, offence and
///     basis are taken over; nothing when there is none
/// @param document what is known already, as a file has it; it goes before what is taken over
public record NewEmergency(
        String requestedState,
        @Nullable String language,
        @Nullable String preservation,
        @Nullable Map<String, Object> document) {}
