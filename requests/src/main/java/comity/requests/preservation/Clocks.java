package comity.requests.preservation;

import comity.law.PreservationTerms;
import comity.requests.preservation.TermClock.Cause;
import comity.requests.preservation.TermClock.PauseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Which clock runs after which step. Pure: the moment is always given. How long is data of `law`.
final class Clocks {
    private final PreservationTerms terms;

    Clocks(PreservationTerms terms) {
        this.terms = terms;
    }

    /// Art. 41 wants a desk that answers day and night and names no time; how soon is own policy.
    TermClock untilAcknowledged(Instant arrived) {
        return new TermClock.Running(arrived.plus(terms.firstAcknowledgement().value()), Cause.ACKNOWLEDGEMENT);
    }

    /// "Seen" is not the end: until the promised update, or else until something must have been decided.
    TermClock afterAcknowledgement(Instant now, Optional<Instant> nextUpdateBy) {
        return nextUpdateBy
                .<TermClock>map(by -> new TermClock.Running(by, Cause.PROMISED_UPDATE))
                .orElseGet(() -> new TermClock.Running(now.plus(terms.callBack().value()), Cause.DECISION));
    }

    /// A draft races against the deletion of the data, when that is known.
    Optional<TermClock> untilDataLost(Optional<Instant> lostAt) {
        return lostAt.map(at -> new TermClock.Running(at, Cause.DATA_LOSS));
    }

    /// Stands still because the other side must act first.
    TermClock pause(TermClock clock, PauseReason reason, Instant now) {
        return switch (clock) {
            case TermClock.Running(var until, var cause) -> new TermClock.Paused(reason, now, left(now, until), cause);
            case TermClock.Breached(var _, var cause) -> new TermClock.Paused(reason, now, Duration.ZERO, cause);
            case TermClock.Paused(var _, var _, var remaining, var cause) ->
                new TermClock.Paused(reason, now, remaining, cause);
            case TermClock.Extended _, TermClock.Held _, TermClock.Met _, TermClock.Released _, TermClock.Unknown _ ->
                new TermClock.Paused(reason, now, terms.callBack().value(), Cause.DECISION);
        };
    }

    /// Runs on with what was left, but never with less than a desk needs to notice the answer.
    TermClock resume(TermClock clock, Instant now) {
        Duration least = terms.firstAcknowledgement().value();
        return clock instanceof TermClock.Paused(var _, var _, var remaining, var cause)
                ? new TermClock.Running(now.plus(remaining.compareTo(least) > 0 ? remaining : least), cause)
                : clock;
    }

    /// The term of art. 42(8).
    static TermClock ofTerm(Instant until) {
        return new TermClock.Running(until, Cause.PRESERVATION);
    }

    static TermClock ofKeeping(Keeping keeping) {
        return keeping.extensions() > 0
                ? new TermClock.Extended(keeping.until(), keeping.extensions(), Cause.PRESERVATION)
                : ofTerm(keeping.until());
    }

    /// The clock of a request under a domestic order that has not lapsed.
    static TermClock of(Incoming.UnderOrder state) {
        return switch (state) {
            case Incoming.Ordered(var _, var until) -> ofTerm(until);
            case Incoming.Preserved(var _, var keeping) -> ofKeeping(keeping);
            case Incoming.ExtensionAsked(var _, var keeping, var _) -> ofKeeping(keeping);
            case Incoming.Held(var _, var _, var reference, var since) -> new TermClock.Held(reference, since);
        };
    }

    private static Duration left(Instant now, Instant until) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }
}
