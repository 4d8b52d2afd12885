package comity.law.guide;

import comity.law.offence.Element;
import comity.law.offence.OffencePattern;
import java.util.List;

/// An offence that the replies point to.
///
/// @param offence which
/// @param shown its elements that the replies show
/// @param toShow what is still to be shown; of alternatives none of which is shown, all are named
/// @param mayBeAsked what some States demand in addition and the replies do not show
/// @param ruledOut its elements that the replies rule out, and exits that they show: with one of them it does not fit
public record LikelyOffence(
        OffencePattern offence,
        List<Element> shown,
        List<Element> toShow,
        List<Element> mayBeAsked,
        List<Element> ruledOut) {
    public LikelyOffence {
        shown = List.copyOf(shown);
        toShow = List.copyOf(toShow);
        mayBeAsked = List.copyOf(mayBeAsked);
        ruledOut = List.copyOf(ruledOut);
    }

    /// Whether nothing speaks against it.
    public boolean fits() {
        return ruledOut.isEmpty();
    }
}
