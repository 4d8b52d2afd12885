package comity.evidence.paper;

import java.util.Optional;

/// What allows an exhibit to be handed over, in the words of those who ordered it. All of it is optional for a
/// package that is made by hand, and none of it is shown to whoever cannot open the package.
///
/// @param request the request it answers, for example `XA.PRS.2027.000318`
/// @param order the domestic order it was collected under
/// @param item the item of the request or of the order
/// @param exhibit the exhibit's own number, for example `EVD.2027.0044`
public record Authority(
        Optional<String> request, Optional<String> order, Optional<String> item, Optional<String> exhibit) {
    /// Nothing was said.
    public static final Authority NONE =
            new Authority(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
