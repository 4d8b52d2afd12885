package comity.safeguards;

import comity.law.Law;
import java.util.Optional;

/// Cooperation is for the Convention's offences and for serious crime (arts 35(1), 2(h)).
final class OffenceRules {
    private OffenceRules() {}

    static Optional<Ground> against(Law law, NamedOffence offence) {
        if (!offence.described()) {
            return Optional.of(new Ground("offence-not-described", "42(3)(b)"));
        }
        if (offence.isNamedFromConvention()) {
            return law.offences().find(offence.conventionId()).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Ground("unknown-offence", "35(1)"));
        }
        if (offence.maximumYears().isEmpty()) {
            return Optional.of(new Ground("penalty-missing", "2(h)"));
        }
        return law.offences().isSerious(offence.maximumYears().getAsInt())
                ? Optional.empty()
                : Optional.of(new Ground("offence-not-serious", "35(1)(c)"));
    }
}
