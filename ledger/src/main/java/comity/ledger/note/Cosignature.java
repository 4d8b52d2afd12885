package comity.ledger.note;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whether a cosigner signed a checkpoint, and when (C2SP tlog-cosignature). A cosignature says: of
/// this log I have seen no tree that this one contradicts, and at this time none that is larger.
public sealed interface Cosignature {
    /// How far the clocks of two honest machines may be apart before a time counts as one of the future.
    Duration TOLERANCE = Duration.ofMinutes(5);

    /// It signed.
    ///
    /// @param at the time that it signed with, to the second; the epoch from a cosigner that states no
    ///     time, and then nothing is said about larger trees
    /// @param line its line in the note
    record Signed(Instant at, NoteSignature line) implements Cosignature {
        /// Whether it states a time.
        public boolean isDated() {
            return at.getEpochSecond() != 0;
        }
    }

    /// It did not, or not in a way that counts.
    record NotSigned(CosignatureFault fault) implements Cosignature {}

    /// Looks for the word of one cosigner. When several lines name its key, all must be good, and the
    /// newest counts.
    ///
    /// @param key of a cosigner, type 0x04 or 0x06
    /// @param now the present; a later time than this by more than [#TOLERANCE] does not count
    static Cosignature of(SignedCheckpoint checkpoint, VerifierKey key, Instant now) {
        if (!key.isCosigners()) {
            return new NotSigned(CosignatureFault.UNKNOWN_KIND);
        }
        List<NoteSignature> named = checkpoint.note().signatures().stream()
                .filter(line -> line.isBy(key))
                .toList();
        Cosignature newest = new NotSigned(CosignatureFault.MISSING);
        for (NoteSignature line : named) {
            switch (CosignedMessage.check(checkpoint.checkpoint(), key, line, now)) {
                case NotSigned not -> {
                    return not;
                }
                case Signed signed -> newest = later(newest, signed);
            }
        }
        return newest;
    }

    private static Cosignature later(Cosignature known, Signed next) {
        return known instanceof Signed signed && signed.at().isAfter(next.at()) ? known : next;
    }
}
