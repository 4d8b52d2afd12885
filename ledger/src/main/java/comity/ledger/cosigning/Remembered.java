package comity.ledger.cosigning;

import comity.ledger.note.SignedCheckpoint;
import java.time.Instant;

/// The largest tree of a log that a cosigner has signed.
///
/// @param checkpoint as the log signed it
/// @param cosignedAt the time that the cosigner signed with, to the second
public record Remembered(SignedCheckpoint checkpoint, Instant cosignedAt) {}
