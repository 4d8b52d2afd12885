package comity.api.ledger;

import java.util.List;

/// Shows that a leaf is in the tree of a checkpoint (RFC 6962, 2.1.1).
///
/// @param index the leaf
/// @param treeSize the size of the tree it is shown for
/// @param commitment the leaf's content: SHA-256 of salt and event, 64 hexadecimal digits
/// @param path the audit path from leaf to root, each a 32-byte hash in base64
/// @param checkpoint the ledger's newest signed note; when it is of `treeSize` leaves, the path reaches its root. Who
///     asks for a smaller tree holds the note of that tree, for example from a receipt
public record InclusionProof(long index, long treeSize, String commitment, List<String> path, String checkpoint) {
    public InclusionProof {
        path = List.copyOf(path);
    }
}
