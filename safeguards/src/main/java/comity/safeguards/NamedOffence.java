package comity.safeguards;

import java.util.OptionalInt;

/// The offence that a request is about.
///
/// @param conventionId `unc.7` to `unc.17`; empty when it is none of them
/// @param maximumYears the longest penalty under the requesting State's law, in years; empty when it was not said
/// @param described whether the request says in words what the offence is
public record NamedOffence(String conventionId, OptionalInt maximumYears, boolean described) {
    public boolean isNamedFromConvention() {
        return !conventionId.isBlank();
    }
}
