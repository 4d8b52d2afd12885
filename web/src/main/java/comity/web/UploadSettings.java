package comity.web;

import java.nio.file.Path;

/// Where files lie while they come in, and how much may.
///
/// @param folder on a disk that has room for what is still coming; made when it is not there
/// @param largest the most bytes of one file
/// @param mostUnfinished how many unfinished uploads one person may have
public record UploadSettings(Path folder, long largest, int mostUnfinished) {
    public UploadSettings {
        if (largest < 1 || mostUnfinished < 1) {
            throw new IllegalArgumentException("Something must be allowed to come in");
        }
    }
}
