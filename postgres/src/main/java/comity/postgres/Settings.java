package comity.postgres;

import java.nio.file.Path;
import java.util.Optional;

/// How an embedded PostgreSQL is to run.
///
/// @param programs where the unpacked programs are kept, shared by all who name the same folder; empty for a folder
/// beside
///     the data
/// @param port the TCP port on 127.0.0.1; 0 for any free one
/// @param connections how many clients may be connected at once
/// @param durability whether a commit survives a power cut
public record Settings(Optional<Path> programs, int port, int connections, Durability durability) {
    /// Whether a commit survives a power cut.
    public enum Durability {
        /// Every commit is on the disk before it is answered.
        KEPT,
        /// Nothing is forced to the disk. For tests, whose data nobody misses.
        FORGOTTEN
    }

    public Settings {
        if (port < 0 || port > 65_535 || connections < 1) {
            throw new IllegalArgumentException("A port is 0 to 65535, and at least one client must be let in");
        }
    }

    /// For a node: durable, on any free port.
    public static Settings durable() {
        return new Settings(Optional.empty(), 0, 60, Durability.KEPT);
    }

    /// For tests: quick, on any free port.
    public static Settings forTests(Path programs) {
        return new Settings(Optional.of(programs), 0, 200, Durability.FORGOTTEN);
    }

    public Settings withPort(int chosenPort) {
        return new Settings(programs, chosenPort, connections, durability);
    }

    public Settings withPrograms(Path folder) {
        return new Settings(Optional.of(folder), port, connections, durability);
    }
}
