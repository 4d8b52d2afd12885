package comity.api.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of requests. The next page is also a `Link` header with `rel="next"`.
///
/// @param requests the newest first
/// @param next the cursor of the next page; nothing on the last
public record RequestList(
        List<RequestSummary> requests, @Nullable String next) {
    public RequestList {
        requests = List.copyOf(requests);
    }
}
