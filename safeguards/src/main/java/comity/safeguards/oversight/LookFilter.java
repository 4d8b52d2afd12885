package comity.safeguards.oversight;

import java.util.Optional;

/// Which looks to show.
///
/// @param person one account only
/// @param subject one case only
/// @param allowed only those let in, or only those denied
public record LookFilter(Optional<String> person, Optional<String> subject, Optional<Boolean> allowed) {
    public static LookFilter all() {
        return new LookFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static LookFilter denied() {
        return new LookFilter(Optional.empty(), Optional.empty(), Optional.of(false));
    }

    public static LookFilter of(String subject) {
        return new LookFilter(Optional.empty(), Optional.of(subject), Optional.empty());
    }
}
