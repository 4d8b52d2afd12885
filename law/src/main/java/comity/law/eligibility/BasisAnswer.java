package comity.law.eligibility;

import comity.law.basis.Between;
import comity.law.basis.Carries;
import comity.law.basis.Reason;
import java.util.List;
import java.util.Optional;

/// Whether one legal basis carries what is asked.
///
/// @param basis the code that a request names
/// @param treaty how the treaty stands between the two; empty for a promise
/// @param article the treaty's article to cite; empty when it carries nothing of the kind
/// @param narrow the treaty is on one kind of crime only, so that another one is named first
/// @param carries the answer
/// @param reasons each step of it
public record BasisAnswer(
        String basis, Optional<Between> treaty, String article, boolean narrow, Carries carries, List<Reason> reasons) {
    public BasisAnswer {
        reasons = List.copyOf(reasons);
    }
}
