package comity.node.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Folders that files are written into.
public final class Folders {
    private Folders() {}

    /// Makes the folder that a file will lie in.
    public static void makeFor(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }
}
