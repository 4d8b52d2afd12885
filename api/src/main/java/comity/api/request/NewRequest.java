package comity.api.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts a draft.
///
/// @param requestedState the State that shall be asked: its two-letter code, for example `XB`
/// @param language the language in which the request will be written, as a BCP 47 tag, for example `fr`
/// @param document what is known already, as a request file has it; empty when nothing is
/// @param copyOf the reference of an earlier request whose content is taken over; nothing when the draft starts
///     empty
public record NewRequest(
        String requestedState,
        @Nullable String language,
        @Nullable Map<String, Object> document,
        @Nullable String copyOf) {}
