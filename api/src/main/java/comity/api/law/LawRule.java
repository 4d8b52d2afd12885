package comity.api.law;

import comity.api.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A general rule of a State's law.
///
/// @param rule `participation`, `attempt`, `preparation`, or `dual-criminality/` and a measure
/// @param text the rule and its position in words
/// @param position whether the State punishes it, or demands dual criminality for that measure
/// @param offences to which offences it is limited; empty for all
/// @param citation where it stands
public record LawRule(
        String rule,
        String text,
        @Words({"yes", "no", "not-known"}) String position,
        List<String> offences,
        @Nullable String citation) {
    public LawRule {
        offences = List.copyOf(offences);
    }
}
