package comity.safeguards;

import comity.law.ConventionOffences;
import comity.law.eligibility.Cooperation;
import java.util.Optional;

/// Cooperation is for the Convention's offences and for serious crime (arts 35(1), 2(h)).
final class OffenceRules {
    private final ConventionOffences offences;
    private final Cooperation measure;

    OffenceRules(ConventionOffences offences, Cooperation measure) {
        this.offences = offences;
        this.measure = measure;
    }

    Optional<Ground> against(NamedOffence offence) {
        if (!offence.described() && measure.required("offence-and-facts").isPresent()) {
            return Optional.of(new Ground(
                    "offence-not-described",
                    measure.content("offence-and-facts").provision()));
        }
        if (offence.isNamedFromConvention()) {
            return offences.find(offence.conventionId()).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Ground("unknown-offence", "35(1)"));
        }
        if (offence.maximumYears().isEmpty()) {
            return Optional.of(new Ground("penalty-missing", "2(h)"));
        }
        return offences.isSerious(offence.maximumYears().getAsInt())
                ? Optional.empty()
                : Optional.of(new Ground("offence-not-serious", "35(1)(c)"));
    }
}
