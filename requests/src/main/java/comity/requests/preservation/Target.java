package comity.requests.preservation;

import comity.kernel.RequestReference;
import java.util.OptionalLong;

/// Which case an act is about, and in which version the person saw it.
///
/// @param version the act is [comity.requests.Outcome.Stale] when the case has another one; empty when the person does
///     not mind
public record Target(RequestReference reference, OptionalLong version) {
    public static Target of(RequestReference reference) {
        return new Target(reference, OptionalLong.empty());
    }

    public static Target of(RequestReference reference, long version) {
        return new Target(reference, OptionalLong.of(version));
    }

    boolean misses(long actual) {
        return version.isPresent() && version.getAsLong() != actual;
    }
}
