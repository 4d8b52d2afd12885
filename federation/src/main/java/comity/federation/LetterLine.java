package comity.federation;

import comity.kernel.StateCode;
import comity.ledger.LeafPlace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One letter as a page shows it.
///
/// @param direction whether it went out or came in
/// @param peer the other State
/// @param at when it was put into our outbox, or when it came
/// @param digest of the letter's statement, the same in both houses
/// @param ourPlace of its leaf in our ledger
/// @param theirPlace of its leaf in the other State's ledger, once a receipt has told
/// @param certainSince when it was proved that the other State's ledger holds it, under the signatures
///     of others too
/// @param evidence what is known of it, oldest first
public record LetterLine(
        UUID id,
        Direction direction,
        StateCode peer,
        String kind,
        int version,
        String thread,
        int threadNumber,
        Instant at,
        String digest,
        LeafPlace ourPlace,
        Optional<LeafPlace> theirPlace,
        Optional<Instant> certainSince,
        List<Evidence> evidence) {
    /// Which way a letter went.
    public enum Direction {
        OUT,
        IN
    }

    /// One piece of evidence about a letter.
    ///
    /// @param signer whose signature it carries
    /// @param document the signed bytes, to be read with `letters.Letters#document`
    public record Evidence(
            Receipt.Event event, Optional<String> code, String detail, Instant at, StateCode signer, UUID document) {}

    /// What is known last.
    public Optional<Evidence> latest() {
        return evidence.isEmpty() ? Optional.empty() : Optional.of(evidence.getLast());
    }
}
