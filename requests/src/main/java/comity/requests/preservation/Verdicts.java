package comity.requests.preservation;

import comity.kernel.Fingerprint;
import java.time.Instant;
import java.util.Optional;

/// What the public page may say. A wrong fingerprint and an unknown reference get the same answer.
final class Verdicts {
    static final String ACTIVE = "active";
    static final String ENDED = "ended";
    static final String REFUSED = "refused";
    static final String WITHDRAWN = "withdrawn";
    private static final String SCOPE = "preservation";

    private Verdicts() {}

    static Verification of(OutgoingCase request, Fingerprint asked) {
        if (request.sentAt().isEmpty() || !fits(request.fingerprint(), asked)) {
            return new Verification.NotGenuine();
        }
        return new Verification.Genuine(
                request.reference(),
                request.requesting(),
                request.requested(),
                request.sentAt().get(),
                status(request.state()),
                SCOPE,
                end(request.state()));
    }

    static Verification of(IncomingCase request, Fingerprint asked) {
        if (!fits(request.fingerprint(), asked)) {
            return new Verification.NotGenuine();
        }
        return new Verification.Genuine(
                request.reference(),
                request.requesting(),
                request.requested(),
                request.sentAt(),
                status(request.state()),
                SCOPE,
                end(request.state()));
    }

    private static boolean fits(String fingerprint, Fingerprint asked) {
        return !fingerprint.isEmpty() && new Fingerprint(fingerprint).matches(asked);
    }

    private static String status(Outgoing state) {
        return switch (state) {
            case Outgoing.Refused _ -> REFUSED;
            case Outgoing.Withdrawn _ -> WITHDRAWN;
            case Outgoing.Expired _, Outgoing.Released _ -> ENDED;
            case Outgoing.Drafted _, Outgoing.Alive _, Outgoing.Unknown _ -> ACTIVE;
        };
    }

    private static String status(Incoming state) {
        return switch (state) {
            case Incoming.Refused _ -> REFUSED;
            case Incoming.Withdrawn _ -> WITHDRAWN;
            case Incoming.Expired _, Incoming.Released _ -> ENDED;
            case Incoming.Alive _, Incoming.Unknown _ -> ACTIVE;
        };
    }

    private static Optional<Instant> end(Outgoing state) {
        return switch (state) {
            case Outgoing.Ordered ordered -> Optional.of(ordered.until());
            case Outgoing.Kept kept -> Optional.of(kept.keeping().until());
            case Outgoing.Drafted _, Outgoing.Undecided _, Outgoing.Held _, Outgoing.Closed _, Outgoing.Unknown _ ->
                Optional.empty();
        };
    }

    private static Optional<Instant> end(Incoming state) {
        return switch (state) {
            case Incoming.Ordered ordered -> Optional.of(ordered.until());
            case Incoming.Kept kept -> Optional.of(kept.keeping().until());
            case Incoming.Received _,
                    Incoming.RiskNoticed _,
                    Incoming.Assessable _,
                    Incoming.Held _,
                    Incoming.Expired _,
                    Incoming.Closed _,
                    Incoming.Unknown _ -> Optional.empty();
        };
    }
}
