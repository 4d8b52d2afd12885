package comity.api.request;

import comity.api.Words;
import comity.api.ledger.LedgerPlace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The letters of a request, both ways, the oldest first, with the receipts they got.
///
/// @param reference the request
/// @param letters what went out and came in
public record Letters(String reference, List<Letter> letters) {
    public Letters {
        letters = List.copyOf(letters);
    }

    /// One letter.
    ///
    /// @param id its id (UUID)
    /// @param direction whether it went out of this node or came in
    /// @param kind what it says, for example `preservation.request`
    /// @param peer the other State
    /// @param at when it was written (out) or received (in)
    /// @param digest SHA-256 of the signed envelope, 64 hexadecimal digits
    /// @param place where it stands in this node's ledger
    /// @param receipt what the other node said of a letter that went out; nothing while it is under way
    public record Letter(
            String id,
            @Words({"out", "in"}) String direction,
            String kind,
            String peer,
            Instant at,
            @Nullable String digest,
            @Nullable LedgerPlace place,
            @Nullable Receipt receipt) {}

    /// The other node's signed answer to a letter (vocabulary of ETSI EN 319 522).
    ///
    /// @param outcome what became of it; while it is on its way, `submission-accepted`
    /// @param at when the other node said so
    /// @param code the name of the reason, when it was not accepted
    /// @param place where the letter stands in the other node's ledger
    /// @param certainSince since when it is proved that enough others have signed that ledger with the
    ///     letter in it; nothing while it is not
    public record Receipt(
            @Words({"submission-accepted", "relay-accepted", "relay-rejected", "relay-timed-out", "relay-failed"})
            String outcome,

            @Nullable Instant at,
            @Nullable String code,
            @Nullable LedgerPlace place,
            @Nullable Instant certainSince) {}
}
