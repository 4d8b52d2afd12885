package comity.vault.shelf;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// Where sealed packages lie when not on the node's own disk. Then the shelf holds one only while it is being
/// worked on.
///
/// Every method may be repeated, and throws [DepotUnavailable] when the place does not answer.
public interface Depot {
    /// Keeps the files of a package. When this returns all of them are there, whole.
    void put(UUID exhibit, Path folder, List<String> names);

    /// Gets a file.
    ///
    /// @return false when it is not there
    boolean bring(UUID exhibit, String name, Path target);

    /// How many bytes a file has; empty when it is not there.
    OptionalLong size(UUID exhibit, String name);

    /// Some bytes of a file that is there.
    byte[] read(UUID exhibit, String name, long from, int length);

    /// Removes all of a package.
    void remove(UUID exhibit);

    /// The place does not answer now.
    final class DepotUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public DepotUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
