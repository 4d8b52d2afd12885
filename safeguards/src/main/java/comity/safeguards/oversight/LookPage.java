package comity.safeguards.oversight;

import java.util.List;
import java.util.OptionalLong;

/// Some looks, the newest first.
///
/// @param next what to give as `before` to read on; empty at the end
public record LookPage(List<Look> looks, OptionalLong next) {
    public LookPage {
        looks = List.copyOf(looks);
    }
}
