package comity.api.ledger;

import java.util.List;

/// Shows that a leaf is in the tree of a checkpoint (RFC 6962, 2.1.1).
///
/// @param index the leaf
/// @param treeSize the size of the tree it is shown for
/// @param commitment the leaf's content: SHA-256 of salt and event, 64 hexadecimal digits
/// @param label what kind of event it is, for example `letter.out`
/// @param path the audit path from leaf to root, each a 32-byte hash in base64
/// @param checkpoint the signed note whose root the path must reach
public record InclusionProof(
        long index, long treeSize, String commitment, String label, List<String> path, String checkpoint) {
    public InclusionProof {
        path = List.copyOf(path);
    }
}
