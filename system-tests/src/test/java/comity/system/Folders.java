package comity.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where the nodes of tests keep what they keep. When the process of tests ends, the folders go and only the logs stay,
/// in `target/logs`.
///
/// Nodes force every commit to the disk, as they should. In memory that is quick, and what a killed process has
/// written is still there.
final class Folders {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    /// Linux keeps a file system in memory there, everywhere; a container may have given it hardly any room.
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 4L << 30;
    private static final Path LOGS = Path.of(System.getProperty("comity.root", ".."), "system-tests", "target", "logs");

    private static final List<AutoCloseable> RUNNING = new ArrayList<>();
    private static final List<Path> MADE = new ArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Folders::end));
    }

    private Folders() {}

    static synchronized Path make(String name) {
        try {
            Path folder = Files.createTempDirectory(hasRoom() ? MEMORY : TEMPORARY, "comity-" + name + "-");
            MADE.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasRoom() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH;
    }

    /// Closes something when the process ends, before its folder goes.
    static synchronized void closeAtEnd(AutoCloseable running) {
        RUNNING.add(running);
    }

    private static synchronized void end() {
        for (AutoCloseable running : RUNNING) {
            try {
                running.close();
            } catch (Exception e) {
                System.err.println(e);
            }
        }
        for (Path folder : MADE) {
            try {
                keepLogs(folder);
                remove(folder);
            } catch (IOException | UncheckedIOException e) {
                System.err.println(e);
            }
        }
    }

    private static void keepLogs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                Path kept = LOGS.resolve(folder.getFileName()).resolve(folder.relativize(log));
                Files.createDirectories(kept.getParent());
                Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
