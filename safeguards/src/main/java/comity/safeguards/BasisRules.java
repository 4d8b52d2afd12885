package comity.safeguards;

import comity.law.LegalBases;
import comity.law.LegalBasis;
import java.util.Optional;

/// A request stands on the Convention between two States that it binds, or on another basis that it names
/// (arts 35, 40(7), 60).
final class BasisRules {
    private final LegalBases bases;

    BasisRules(LegalBases bases) {
        this.bases = bases;
    }

    Optional<Ground> against(Basis named, Standing requesting, Standing requested) {
        Optional<LegalBasis> basis = bases.find(named.code());
        if (basis.isEmpty()) {
            return Optional.of(new Ground(named.code().isBlank() ? "no-legal-basis" : "unknown-legal-basis", "35"));
        }
        if (basis.get().needsBothBoundByConvention()) {
            return bound(requesting).or(() -> bound(requested).map(_ -> new Ground("requested-state-not-party", "65")));
        }
        if (named.binds() == Basis.Binds.NOT_BOTH) {
            return Optional.of(new Ground("legal-basis-does-not-bind", "60"));
        }
        boolean unnamed = basis.get().needsReference() && named.reference().isBlank();
        return unnamed ? Optional.of(new Ground("legal-basis-unnamed", "60")) : Optional.empty();
    }

    private static Optional<Ground> bound(Standing standing) {
        return standing.status().isBound()
                ? Optional.empty()
                : Optional.of(new Ground("requesting-state-not-party", "65"));
    }
}
