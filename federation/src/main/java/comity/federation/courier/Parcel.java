package comity.federation.courier;

import comity.federation.store.WaitingTable;
import comity.kernel.Sha256;
import java.util.Map;
import java.util.UUID;

/// An envelope ready to go, or to go again: its bytes stay what they were when it was sealed.
///
/// @param id under which its bytes are kept
/// @param letters inside, by id
/// @param attempts how often it was sent before
record Parcel(UUID id, byte[] bytes, Map<UUID, WaitingTable.Inside> letters, int attempts) {
    Parcel {
        letters = Map.copyOf(letters);
    }

    String digest() {
        return Sha256.hex(bytes);
    }
}
