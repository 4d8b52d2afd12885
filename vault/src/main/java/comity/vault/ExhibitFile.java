package comity.vault;

import java.time.Instant;

/// A file that was taken in and is not sealed yet.
///
/// @param name as it will be in the package
/// @param sha256 of its bytes as they were written here, in hex
/// @param compared whether whoever sent it had said the same digest before
public record ExhibitFile(String name, long bytes, String sha256, Instant takenInAt, boolean compared) {}
