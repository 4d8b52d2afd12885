package comity.web.verify;

import comity.kernel.Fingerprint;
import comity.kernel.RequestReference;
import comity.requests.emergency.Emergencies;
import comity.requests.preservation.Cases;
import comity.requests.preservation.Verification;

/// Whether a paper is genuine, whatever kind of request it prints.
public final class Papers {
    private final Cases cases;
    private final Emergencies emergencies;

    public Papers(Cases cases, Emergencies emergencies) {
        this.cases = cases;
        this.emergencies = emergencies;
    }

    /// Says no more than the paper does.
    public Verification verify(RequestReference reference, Fingerprint fingerprint) {
        return switch (reference.type()) {
            case PRESERVATION -> cases.verify(reference, fingerprint);
            case EMERGENCY -> emergencies.verify(reference, fingerprint);
        };
    }
}
