package comity.api.ledger;

/// The ledger's signed head (C2SP tlog-checkpoint).
///
/// @param origin the ledger's name
/// @param size how many leaves it has
/// @param rootHash the tree's root, base64
/// @param note the whole signed note, as it is published
/// @param verifierKey the key that checks it (C2SP signed-note verifier key)
public record Checkpoint(String origin, long size, String rootHash, String note, String verifierKey) {}
