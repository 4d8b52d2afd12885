package comity.node.demo;

import comity.evidence.PackageFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// The pretend evidence of the demo, and how one byte of it goes bad on a disk.
final class DemoArtefacts {
    private DemoArtefacts() {}

    static byte[] bytes(String name) {
        try (InputStream file = DemoArtefacts.class.getResourceAsStream("artefacts/" + name)) {
            if (file == null) {
                throw new DemoFailed(name + " is missing from this build");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Flips a bit in the middle of the sealed payload, as a disk does that grows old.
    ///
    /// @param exhibits the folder of a node's exhibits
    /// @param packageId which of them
    static void damage(Path exhibits, String packageId) throws IOException {
        List<Path> found;
        try (Stream<Path> folders = Files.list(exhibits)) {
            found = folders.map(folder -> folder.resolve("package"))
                    .filter(folder -> holds(folder, packageId))
                    .toList();
        }
        for (Path folder : found) {
            try (FileChannel payload = FileChannel.open(
                    folder.resolve(PackageFiles.PAYLOAD), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                long middle = payload.size() / 2;
                ByteBuffer one = ByteBuffer.allocate(1);
                payload.read(one, middle);
                one.put(0, (byte) (one.get(0) ^ 1)).rewind();
                payload.write(one, middle);
            }
        }
        if (found.size() != 1) {
            throw new DemoFailed("The package " + packageId + " does not lie at " + exhibits);
        }
    }

    private static boolean holds(Path folder, String packageId) {
        try {
            return Files.readString(folder.resolve(PackageFiles.SEAL)).contains(packageId);
        } catch (IOException e) {
            return false;
        }
    }
}
