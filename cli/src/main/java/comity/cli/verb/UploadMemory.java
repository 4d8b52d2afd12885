package comity.cli.verb;

import comity.cli.call.Uploading;
import comity.evidence.contents.Contents;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/// What one run leaves for the next: where a file was being brought, and its digest, in a small file below the person's
/// own cache folder. Without such a folder a run that was cut off begins anew.
final class UploadMemory implements Uploading.Memory {
    private static final String PLACE = "place";
    private static final String SHA256 = "sha256";

    private final Optional<Path> file;
    private final Properties lines = new Properties();

    private UploadMemory(Optional<Path> file) {
        this.file = file;
    }

    /// What is remembered of a file; nothing when it is another file now.
    static UploadMemory of(Surroundings surroundings, String node, String exhibit, Contents.Item item) {
        String what = String.join("\n", node, exhibit, item.name(), item.path().toString());
        String name = HexFormat.of().formatHex(Sha256.digest(Utf8.bytes(what)));
        UploadMemory memory = new UploadMemory(folder(surroundings).map(folder -> folder.resolve(name)));
        memory.read();
        String now = item.bytes() + " " + item.modified() + " " + item.key();
        if (!now.equals(memory.lines.getProperty("file"))) {
            memory.lines.clear();
            memory.lines.setProperty("file", now);
        }
        return memory;
    }

    private static Optional<Path> folder(Surroundings surroundings) {
        return surroundings
                .variable("XDG_CACHE_HOME")
                .or(() -> surroundings.variable("LOCALAPPDATA"))
                .map(Path::of)
                .or(() -> surroundings.variable("HOME").map(home -> Path.of(home, ".cache")))
                .map(cache -> cache.resolve("comity").resolve("uploads"));
    }

    Optional<String> sha256() {
        return Optional.ofNullable(lines.getProperty(SHA256));
    }

    void keepDigest(String sha256) {
        lines.setProperty(SHA256, sha256);
        write();
    }

    @Override
    public Optional<String> place() {
        return Optional.ofNullable(lines.getProperty(PLACE));
    }

    @Override
    public void keep(String place) {
        lines.setProperty(PLACE, place);
        write();
    }

    @Override
    public void forget() {
        lines.remove(PLACE);
        lines.remove(SHA256);
        try {
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            // The node knows it no longer, so it does no harm.
        }
    }

    private void read() {
        if (file.isPresent() && Files.isRegularFile(file.get())) {
            try (Reader in = Files.newBufferedReader(file.get())) {
                lines.load(in);
            } catch (IOException | IllegalArgumentException e) {
                lines.clear();
            }
        }
    }

    private void write() {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.get().getParent());
            try (Writer out = Files.newBufferedWriter(file.get())) {
                lines.store(out, null);
            }
        } catch (IOException e) {
            // It can be brought all the same; only the next run would begin anew.
        }
    }
}
