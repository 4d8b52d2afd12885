package comity.vault;

import java.time.Instant;
import java.util.Optional;

/// Where an exhibit stands in one State. What happened to it is in its [Custody].
public sealed interface ExhibitState {
    /// In the State that hands it over.
    sealed interface Holding extends ExhibitState {}

    /// In the State that gets it.
    sealed interface Receiving extends ExhibitState {}

    /// Sealed, and for the other State to pull.
    sealed interface OnOffer extends Holding {
        SealedPackage sealed();
    }

    /// Here, or on its way here.
    sealed interface Here extends Receiving {
        SealedPackage sealed();
    }

    /// Files are being put together.
    ///
    /// @param fault why the last try to seal it failed; a code of the evidence package
    record Collecting(Optional<String> fault) implements Holding {}

    /// It is being sealed, which takes a while for much.
    record Sealing(Instant since) implements Holding {}

    /// The other State may pull it and has not said how that ended.
    record Offered(SealedPackage sealed, Instant at) implements OnOffer {}

    /// The other State has it, whole.
    record Delivered(SealedPackage sealed, Instant at) implements OnOffer {}

    /// The other State says that what it got is not what was sealed.
    record Disputed(SealedPackage sealed, Instant at, String fault, String subject) implements OnOffer {}

    /// Offered to us; it is being pulled.
    record Announced(SealedPackage sealed, Instant at) implements Here {}

    /// All of it is here, and is what was sealed.
    record Received(SealedPackage sealed, Instant at) implements Here {}

    /// It is not what was sealed, or nobody competent sealed it. Never to be used as evidence like this.
    record NotGood(SealedPackage sealed, Instant at, String fault, String subject) implements Here {}

    /// The offer was taken back.
    record Withdrawn(Instant at, String reason) implements Holding, Receiving {}

    /// Nothing of it is left here but its custody.
    record Destroyed(Instant at, String reason) implements Holding, Receiving {}

    /// Written by a newer version of this program; it can be shown, not moved.
    record Unknown(String word) implements Holding, Receiving {}

    /// The stable word in tables and the API, for example `not-good`.
    default String word() {
        return switch (this) {
            case Collecting _ -> "collecting";
            case Sealing _ -> "sealing";
            case Offered _ -> "offered";
            case Delivered _ -> "delivered";
            case Disputed _ -> "disputed";
            case Announced _ -> "announced";
            case Received _ -> "received";
            case NotGood _ -> "not-good";
            case Withdrawn _ -> "withdrawn";
            case Destroyed _ -> "destroyed";
            case Unknown(var word) -> word;
        };
    }
}
