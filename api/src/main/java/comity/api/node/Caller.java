package comity.api.node;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who calls, as the node sees it.
///
/// @param person the account's stable pseudonym
/// @param state the State it works for
/// @param roles what it may do
/// @param tokenEndsAt when the token stops working
public record Caller(
        String person,
        String state,
        List<String> roles,
        @Nullable Instant tokenEndsAt) {
    public Caller {
        roles = List.copyOf(roles);
    }
}
