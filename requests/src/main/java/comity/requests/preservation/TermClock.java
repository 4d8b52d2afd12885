package comity.requests.preservation;

import comity.requests.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A running term and why it runs. A breach is shown and counted; it never deletes or ends anything.
public sealed interface TermClock {
    /// Ends at a moment, for a cause.
    record Running(Instant until, Cause cause) implements TermClock {}

    /// Stands still while somebody else must act first.
    ///
    /// @param remaining what is left when it runs again
    /// @param cause what it counts
    record Paused(PauseReason reason, Instant since, Duration remaining, Cause cause) implements TermClock {}

    /// Ends later than it first did.
    ///
    /// @param times how often it was extended
    record Extended(Instant until, int times, Cause cause) implements TermClock {}

    /// Without an end until the linked request is decided.
    record Held(String reference, Instant since) implements TermClock {}

    /// What it counted was done in time, or the term was kept to its end.
    record Met(Instant at) implements TermClock {}

    /// What it counted was not done in time.
    ///
    /// @param since when it should have been done
    /// @param cause what was not done
    record Breached(Instant since, Cause cause) implements TermClock {}

    /// Counts nothing any more.
    record Released(Instant at) implements TermClock {}

    /// Written by a newer version of this program.
    record Unknown(String word) implements TermClock {}

    /// What a clock counts, so that a person can see by what right it ticks.
    enum Cause {
        /// Until the data is deleted by its holder, as the requester wrote.
        DATA_LOSS("data-loss"),
        /// Until a person at the requested desk must have said "seen" (own policy).
        ACKNOWLEDGEMENT("acknowledgement"),
        /// Until the call-back that the desk promised.
        PROMISED_UPDATE("promised-update"),
        /// Until the desk must have ordered, asked or refused (own policy).
        DECISION("decision"),
        /// Until the data need not be kept any more: art. 42(8) or the State's own longer term.
        PRESERVATION("preservation"),
        /// Until the domestic order lapses unless it is renewed (art. 25).
        DOMESTIC_ORDER("domestic-order");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// For whom a paused clock waits.
    enum PauseReason {
        NEEDS_MORE("needs-more"),
        RISK_CHOICE("risk-choice"),
        CONSULTATION("consultation");

        private final String code;

        PauseReason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// The stable word of a clock's state, for example `running`.
    default String word() {
        return this instanceof Unknown(String word) ? word : Words.of(getClass());
    }

    /// The moment people look at: the end of a running term, the start of a breach. Empty when nothing ends.
    default Optional<Instant> due() {
        return switch (this) {
            case Running(Instant until, var _) -> Optional.of(until);
            case Extended(Instant until, var _, var _) -> Optional.of(until);
            case Breached(Instant since, var _) -> Optional.of(since);
            case Paused _, Held _, Met _, Released _, Unknown _ -> Optional.empty();
        };
    }
}
