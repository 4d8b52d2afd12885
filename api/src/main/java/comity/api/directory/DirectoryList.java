package comity.api.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The directory as this node holds it.
///
/// @param version the registry's version of the list; it only grows
/// @param signedAt when the registry signed it
/// @param entries one for each State
public record DirectoryList(long version, @Nullable Instant signedAt, List<DirectoryEntry> entries) {
    public DirectoryList {
        entries = List.copyOf(entries);
    }
}
