package comity.ledger.journal;

import comity.ledger.LeafPlace;

/// What became of an order to destroy salt and event of a leaf.
public sealed interface Destruction {
    /// They are gone once the transaction commits. Every proof of the leaf still holds; nobody can open
    /// it.
    ///
    /// @param recordedIn the leaf that says so
    record Destroyed(LeafPlace recordedIn) implements Destruction {}

    /// They were gone before.
    ///
    /// @param recordedIn the index of the leaf that says so
    record GoneBefore(long recordedIn) implements Destruction {}

    /// The log has no such leaf, or the transaction that adds it is not committed.
    record NoSuchLeaf() implements Destruction {}

    /// The leaf itself records a destruction. It names nobody, and without it nobody could say why
    /// another cannot be opened.
    record IsItselfARecord() implements Destruction {}
}
