package comity.web;

import java.nio.file.Path;

/// Where files lie while they come in, and how much may.
///
/// @param folder on a disk that has room for what is still coming; made when it is not there
/// @param largest the most bytes of one file
/// @param mostUnfinished how many unfinished uploads one person may have
public record UploadSettings(Path folder, long largest, int mostUnfinished) {
    private static final long FOUR_TEBIBYTES = 1L << 42;
    private static final int USUAL = 32;

    public UploadSettings {
        if (largest < 1 || mostUnfinished < 1) {
            throw new IllegalArgumentException("Something must be allowed to come in");
        }
    }

    public static UploadSettings in(Path folder) {
        return new UploadSettings(folder, FOUR_TEBIBYTES, USUAL);
    }
}
