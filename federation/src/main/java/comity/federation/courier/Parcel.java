package comity.federation.courier;

import comity.kernel.Sha256;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// An envelope ready to go, or to go again: its bytes stay what they were when it was sealed.
///
/// @param id under which its bytes are kept
/// @param letters inside
/// @param attempts how often it was sent before
record Parcel(UUID id, byte[] bytes, Set<UUID> letters, int attempts) {
    Parcel {
        letters = Set.copyOf(letters);
    }

    static Parcel fresh(UUID id, byte[] bytes, List<UUID> letters) {
        return new Parcel(id, bytes, Set.copyOf(letters), 0);
    }

    String digest() {
        return Sha256.hex(bytes);
    }
}
