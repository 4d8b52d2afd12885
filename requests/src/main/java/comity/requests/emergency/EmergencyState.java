package comity.requests.emergency;

import comity.requests.Words;
import java.time.Instant;

/// Where a request for emergency data stands, the same on both sides. Whether it was reviewed afterwards stands beside
/// it, in [Review].
public sealed interface EmergencyState {
    /// Asked, and not answered.
    sealed interface Open extends EmergencyState {}

    /// Answered with something that both States must look at again.
    sealed interface Answered extends EmergencyState {
        Instant at();

        /// When both States should have looked at it again.
        Instant reviewBy();
    }

    /// At an end without data.
    sealed interface Closed extends EmergencyState {}

    /// Being written; nobody else knows of it.
    record Drafted() implements EmergencyState {}

    /// Ours, on its way.
    record Sent(Instant at) implements Open {}

    /// Durable in the house of the State that is asked.
    record Received(Instant at) implements Open {}

    /// A person there has seen it.
    record Acknowledged(Instant at) implements Open {}

    /// The data are given at once.
    ///
    /// @param conditions what the giving State asks for in return, in its words; empty for none
    record Accepted(Instant at, Instant reviewBy, String conditions) implements Answered {}

    /// The data are kept, and given when an ordinary request for assistance comes.
    record KeptOnly(Instant at, Instant reviewBy, String reasons) implements Answered {}

    /// Nothing is given, for these reasons.
    record Declined(Instant at, String reasons) implements Closed {}

    /// The asking State took it back.
    record Withdrawn(Instant at, String reason) implements Closed {}

    /// Written by a newer version of this program; it can be shown, not moved.
    record Unknown(String word) implements EmergencyState {}

    /// The stable word of a state in tables, letters and the API, for example `kept-only`.
    default String word() {
        return this instanceof Unknown(String word) ? word : Words.of(getClass());
    }
}
