package comity.federation;

import comity.kernel.StateCode;
import comity.ledger.LeafPlace;
import java.time.Instant;
import java.util.UUID;

/// A letter that came, verified and decrypted.
///
/// @param threadNumber its place in its thread, from 1 and without a gap
/// @param sentAt when the other node says that it signed it
/// @param place of its leaf `letter.in` in our ledger
/// @param digest of its [LetterStatement], the same in both houses
public record IncomingLetter(
        UUID id,
        StateCode from,
        String kind,
        int version,
        String thread,
        int threadNumber,
        Instant sentAt,
        byte[] body,
        LeafPlace place,
        String digest) {}
