package comity.web.upload;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// What is written down of an upload. How far it is, is not: the length of the file beside it says so, also after the
/// node was killed.
///
/// @param owner whose it is
/// @param metadata what was said of it, as it came
/// @param expiresAt when nobody may go on any more
/// @param end how it ended, when it has
record Kept(String owner, String metadata, Announcement announcement, Instant expiresAt, Optional<End> end) {
    static final String FILE = "upload.properties";

    /// How an upload ended. What remains of it is this word, so that whoever lost the answer still gets it.
    enum End {
        TAKEN,
        EXPIRED
    }

    Kept until(Instant expiry) {
        return new Kept(owner, metadata, announcement, expiry, end);
    }

    Kept ended(End how) {
        return new Kept(owner, metadata, announcement, expiresAt, Optional.of(how));
    }

    /// Empty when there is none, or when it cannot be read.
    static Optional<Kept> in(Path folder) {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
            lines.load(in);
            return Optional.of(new Kept(
                    lines.getProperty("owner", ""),
                    lines.getProperty("metadata", ""),
                    new Announcement(
                            lines.getProperty("name", ""),
                            lines.getProperty("sha256", ""),
                            Long.parseLong(lines.getProperty("bytes", ""))),
                    Instant.parse(lines.getProperty("expiresAt", "")),
                    Optional.ofNullable(lines.getProperty("end")).map(End::valueOf)));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Written as a whole or not at all.
    void writeIn(Path folder) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("owner", owner);
        lines.setProperty("metadata", metadata);
        lines.setProperty("name", announcement.name());
        lines.setProperty("sha256", announcement.sha256());
        lines.setProperty("bytes", Long.toString(announcement.bytes()));
        lines.setProperty("expiresAt", expiresAt.toString());
        end.ifPresent(how -> lines.setProperty("end", how.name()));
        Path fresh = folder.resolve(FILE + ".new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            lines.store(out, null);
        }
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
