package comity.law.offence;

import comity.law.Fact;
import java.util.Optional;

/// One element of an offence.
///
/// @param id the stable id, for example `unc.10/serious-hindering`; its words in six languages are kept under it
/// @param kind what it is about
/// @param standing how it stands in the Convention
/// @param group the group of alternatives to which it belongs, for example `method`: one of them is enough
/// @param source the element in a few English words of ours, with paragraph, evidence mark, as-of date and note
public record Element(String id, ElementKind kind, Standing standing, Optional<String> group, Fact<String> source) {
    /// The offence it belongs to, for example `unc.10`.
    public String offence() {
        return id.substring(0, id.indexOf('/'));
    }

    /// One of several ways to meet the same need.
    public boolean isAlternative() {
        return group.isPresent();
    }

    /// The offence is not met without this very element.
    public boolean isRequiredAlone() {
        return standing == Standing.REQUIRED && group.isEmpty();
    }
}
