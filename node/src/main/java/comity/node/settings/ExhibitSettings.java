package comity.node.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// How files come in, and how exhibits are sealed and pulled.
///
/// @param connections how many at once while an exhibit is pulled
/// @param bytesPerSecond a cap for each pull; 0 for none
/// @param bucket where sealed exhibits lie; absent: in files below `data`
/// @param uploads how much may come in
/// @param timestamps who vouches for the time of a seal; without, only the sealing State does
public record ExhibitSettings(
        int connections,
        long bytesPerSecond,
        UploadLimits uploads,
        Optional<TimestampService> timestamps,
        Optional<BucketSettings> bucket) {
    static final int MOST_CONNECTIONS = 32;

    /// Four connections, no cap, no time-stamps.
    public static final ExhibitSettings USUAL =
            new ExhibitSettings(4, 0, UploadLimits.USUAL, Optional.empty(), Optional.empty());

    public ExhibitSettings {
        if (connections < 1 || connections > MOST_CONNECTIONS || bytesPerSecond < 0) {
            throw new IllegalArgumentException(
                    "connections is a number from 1 to " + MOST_CONNECTIONS + ", bytesPerSecond is 0 or more");
        }
    }

    /// How much may come in.
    ///
    /// @param largestFile the most bytes of one file
    /// @param unfinished how many unfinished uploads one person may have
    public record UploadLimits(long largestFile, int unfinished) {
        /// Four tebibytes; a folder of files at a time.
        public static final UploadLimits USUAL = new UploadLimits(1L << 42, 32);

        public UploadLimits {
            if (largestFile < 1 || unfinished < 1) {
                throw new IllegalArgumentException("Something must be allowed to come in");
            }
        }
    }

    /// A time-stamp authority (RFC 3161).
    ///
    /// @param roots certificates in PEM: which authorities this State believes, this one among them
    public record TimestampService(URI url, Path roots) {}
}
