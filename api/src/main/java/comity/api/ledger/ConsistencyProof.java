package comity.api.ledger;

import java.util.List;

/// Shows that a larger tree only adds to a smaller one (RFC 6962, 2.1.2).
///
/// @param fromSize the smaller tree
/// @param toSize the larger tree
/// @param path the proof, each a 32-byte hash in base64
public record ConsistencyProof(long fromSize, long toSize, List<String> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }
}
