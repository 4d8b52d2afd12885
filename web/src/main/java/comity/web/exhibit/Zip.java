package comity.web.exhibit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a folder as a ZIP file while it is read. Files are stored as they are: evidence is mostly compressed
/// already, and a reader that fails at the one part can still find the others.
final class Zip {
    private static final int BUFFER = 64 * 1024;

    private Zip() {}

    /// @param top the folder that everything lies in once it is unpacked
    static void write(Path folder, String top, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Path file : files(folder)) {
            ZipEntry entry = entry(folder, top, file);
            zip.putNextEntry(entry);
            Files.copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// A stored file's length and sum stand before it, so it is read twice; only so does the format say
    /// at once that a file is larger than 4 GiB.
    private static ZipEntry entry(Path folder, String top, Path file) throws IOException {
        ZipEntry entry =
                new ZipEntry(top + "/" + folder.relativize(file).toString().replace('\\', '/'));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(Files.size(file));
        entry.setCompressedSize(Files.size(file));
        entry.setCrc(sum(file));
        entry.setLastModifiedTime(
                FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis()));
        return entry;
    }

    private static long sum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.getValue();
    }
}
