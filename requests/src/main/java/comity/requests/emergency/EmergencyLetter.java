package comity.requests.emergency;

import comity.requests.Words;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What one State says to the other about an emergency. The word of each record is the `act` of the letter;
/// docs/protocol/emergency.md describes them all.
public sealed interface EmergencyLetter {
    /// From the State that asks.
    sealed interface FromRequesting extends EmergencyLetter {}

    /// From the State that is asked.
    sealed interface FromRequested extends EmergencyLetter {}

    /// The request itself.
    ///
    /// @param requested the State that is asked
    /// @param document all that is asked, in the shape of a request file
    /// @param preservation the preservation request whose data these are
    record Claim(String requested, JsonNode document, Optional<String> preservation) implements FromRequesting {}

    /// It is taken back: the danger is over.
    record Withdrawn(String reason) implements FromRequesting {}

    /// A person has seen it.
    record Acknowledged() implements FromRequested {}

    /// The data are given at once.
    record Accepted(Instant reviewBy, String conditions) implements FromRequested {}

    /// The data are kept until an ordinary request comes.
    record KeptOnly(Instant reviewBy, String reasons) implements FromRequested {}

    /// Nothing is given.
    record Declined(String reasons) implements FromRequested {}

    /// What this State found when it looked again; either may say it.
    record Reviewed(String finding, String assistanceReference, String text) implements FromRequesting, FromRequested {}

    /// An act of a newer version.
    record Unknown(String word) implements EmergencyLetter {}

    /// The word of the act, for example `kept-only`.
    default String act() {
        return this instanceof Unknown(String word) ? word : Words.of(getClass());
    }
}
