package comity.ledger.journal;

import comity.ledger.LeafPlace;
import comity.ledger.Opening;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A leaf as its own node keeps it.
///
/// @param index its place in the log, from zero
/// @param label what kind of event it is, for example `letter.out`
/// @param subject the request or letter that the event is about
/// @param commitment what was published, as 64 hexadecimal digits
/// @param opening salt and event; empty once the law has had them destroyed
/// @param at when it was appended
public record LeafRecord(
        long index, String label, UUID subject, String commitment, Optional<Opening> opening, Instant at) {
    /// What may be told to everybody.
    public LeafPlace place() {
        return new LeafPlace(index, commitment);
    }
}
