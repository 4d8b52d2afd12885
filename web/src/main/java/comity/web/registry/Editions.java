package comity.web.registry;

import comity.directory.ListVersion;
import comity.kernel.Fingerprint;
import java.util.Optional;

/// The list as the registry has published it.
public interface Editions {
    /// The newest edition.
    ///
    /// @param key the fingerprint of the key that it is signed with
    record Newest(ListVersion version, Fingerprint key) {}

    Optional<Newest> newest();
}
