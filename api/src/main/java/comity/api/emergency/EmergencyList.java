package comity.api.emergency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of requests for data to avert an emergency. The next page is also a `Link` header with `rel="next"`.
///
/// @param emergencies the last changed first; of those that wait for us, the next end first
/// @param next the cursor of the next page; nothing on the last
public record EmergencyList(
        List<EmergencySummary> emergencies, @Nullable String next) {
    public EmergencyList {
        emergencies = List.copyOf(emergencies);
    }
}
