package comity.vault;

import comity.evidence.paper.Seal;
import java.time.Instant;
import java.util.UUID;

/// What an exhibit has become once it is sealed.
///
/// @param id the package's own number, under which the other State pulls it
/// @param bytes the length of the sealed payload
/// @param root the root of the tree over the sealed payload, in hex
public record SealedPackage(UUID id, Instant sealedAt, long bytes, String root) {
    public static SealedPackage of(Seal seal) {
        return new SealedPackage(
                seal.packageId(),
                seal.sealedAt(),
                seal.payload().fileLength(),
                seal.root().hex());
    }
}
