package comity.law.matching;

import comity.law.Fact;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.DualCriminalityRules.Demand;
import comity.law.offence.NationalLaw;
import comity.law.offence.Rule;
import comity.law.offence.Rule.Position;
import java.util.Optional;

/// Whether it matters for a measure that the conduct is punishable in both States.
public final class DualCriminality {
    private final DualCriminalityRules rules;

    public DualCriminality(DualCriminalityRules rules) {
        this.rules = rules;
    }

    /// Whether it is needed.
    public enum Need {
        /// The Convention makes the measure depend on it.
        NEEDED,
        /// The requested State makes it a condition, as the Convention lets it.
        NEEDED_BY_STATE,
        /// The requested State may make it a condition; whether it does is not known.
        MAY_BE_NEEDED,
        /// The requested State goes without it.
        WAIVED,
        /// No State may make it a condition.
        NOT_ALLOWED,
        /// Not for the Convention's offences; for others the State's reservation lets it (art. 42(5)).
        RESERVED,
        /// The Convention is silent, and the State's law is not known.
        NOT_ADDRESSED
    }

    /// The answer with its sources.
    ///
    /// @param need whether it is needed
    /// @param convention what the Convention says
    /// @param own the requested State's own rule
    public record Answered(Need need, Fact<Demand> convention, Optional<Rule> own) {}

    /// @param measure its code, for example `stored-data`
    /// @param requested the law of the State that is asked
    /// @param conventionOffence whether the offence is the Convention's own
    /// @param reserved whether the State has made the reservation of art. 42(5)
    /// @return empty for a measure that nobody knows
    public Optional<Answered> of(
            String measure, Optional<NationalLaw> requested, boolean conventionOffence, boolean reserved) {
        Optional<Rule> own = requested.flatMap(law -> law.rule(Rule.DUAL_CRIMINALITY + measure));
        Position position = own.map(Rule::position).orElse(Position.NOT_KNOWN);
        boolean mayReserve =
                reserved && !conventionOffence && rules.reservation(measure).isPresent();
        return rules.of(measure).map(fact -> {
            Need need = switch (fact.value()) {
                case FORBIDDEN -> mayReserve ? Need.RESERVED : Need.NOT_ALLOWED;
                case REQUIRED -> position == Position.NO ? Need.WAIVED : Need.NEEDED;
                case OPTIONAL -> byOwnLaw(position, Need.MAY_BE_NEEDED);
                case SILENT -> byOwnLaw(position, Need.NOT_ADDRESSED);
            };
            return new Answered(need, fact, own);
        });
    }

    private static Need byOwnLaw(Position position, Need unknown) {
        return switch (position) {
            case YES -> Need.NEEDED_BY_STATE;
            case NO -> Need.WAIVED;
            case NOT_KNOWN -> unknown;
        };
    }
}
