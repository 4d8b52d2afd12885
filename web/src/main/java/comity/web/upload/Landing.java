package comity.web.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.disk.DiskStorageService;
import org.jspecify.annotations.Nullable;

/// The folder in which uploads lie, one folder for each. The library appends to them; what is written down beside them,
/// and how far they are, is our own business: its own way forgets how far it was when the node is killed.
final class Landing extends DiskStorageService {
    /// The library's own names.
    private static final String FOLDER = "uploads";

    private static final String DATA = "data";

    private final Path root;
    private final Clock clock;

    /// What has begun here and not ended, with whose it is. Nobody else writes in this folder, so it is read through
    /// once, and a page that shows an exhibit opens nobody else's.
    private final Map<String, String> ownerOfUnfinished = new ConcurrentHashMap<>();

    /// @param folder made when it is not there, for this node's own eyes
    Landing(Path folder, Clock clock) {
        super(folder.toString());
        this.root = folder.resolve(FOLDER);
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            if (!Files.isDirectory(root)) {
                makePrivate(root);
            }
            for (String id : all()) {
                kept(id).filter(kept -> kept.end().isEmpty())
                        .ifPresent(kept -> ownerOfUnfinished.put(id, kept.owner()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Uploads have no place at " + folder, e);
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    @Override
    public UploadInfo create(UploadInfo wished, String owner) throws IOException {
        String metadata = wished.getEncodedMetadata();
        Long bytes = wished.getLength();
        // The library gives no length for a file of nothing, and the metadata were read before.
        if (!(Announcement.read(bytes == null ? "0" : bytes.toString(), metadata)
                instanceof Announcement.Read.Good(Announcement announced))) {
            throw new IllegalStateException("An upload comes here only with its metadata");
        }
        UploadId id = new UploadId(UUID.randomUUID());
        Kept kept = new Kept(owner, metadata, announced, clock.instant().plus(Uploads.LIFE), Optional.empty());
        Path folder = folder(id);
        Files.createDirectory(folder);
        Files.createFile(folder.resolve(DATA));
        kept.writeIn(folder);
        ownerOfUnfinished.put(id.toString(), owner);
        return new Unfinished(id, kept, 0, clock);
    }

    @Override
    public @Nullable UploadInfo getUploadInfo(@Nullable UploadId id) throws IOException {
        Optional<Kept> kept = id == null ? Optional.empty() : Kept.in(folder(id));
        return kept.isEmpty() || id == null ? null : new Unfinished(id, kept.get(), offset(id, kept.get()), clock);
    }

    @Override
    public void update(UploadInfo upload) throws IOException {
        Path folder = folder(upload.getId());
        Optional<Kept> kept = Kept.in(folder);
        if (kept.isPresent()) {
            kept.get()
                    .until(Instant.ofEpochMilli(upload.getExpirationTimestamp()))
                    .writeIn(folder);
        }
    }

    private Path folder(UploadId id) {
        return root.resolve(id.toString());
    }

    private Path folder(String id) {
        return folder(new UploadId(id));
    }

    Optional<Kept> kept(String id) {
        return Kept.in(folder(id));
    }

    /// How many bytes are here.
    long offset(String id, Kept kept) throws IOException {
        return offset(new UploadId(id), kept);
    }

    private long offset(UploadId id, Kept kept) throws IOException {
        try {
            return kept.end().isPresent()
                    ? kept.announcement().bytes()
                    : Files.size(folder(id).resolve(DATA));
        } catch (NoSuchFileException e) {
            // It has been taken since it was looked up.
            return kept.announcement().bytes();
        }
    }

    InputStream bytes(String id) throws IOException {
        return Files.newInputStream(folder(id).resolve(DATA));
    }

    /// Leaves only the word how it ended.
    void end(String id, Kept kept, Kept.End how) throws IOException {
        kept.ended(how).writeIn(folder(id));
        ownerOfUnfinished.remove(id);
        Files.deleteIfExists(folder(id).resolve(DATA));
    }

    @Override
    public void terminateUpload(UploadInfo upload) throws IOException {
        remove(upload.getId().toString());
    }

    void remove(String id) throws IOException {
        ownerOfUnfinished.remove(id);
        Path folder = folder(id);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }

    List<String> all() throws IOException {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
            folders.forEach(folder -> ids.add(folder.getFileName().toString()));
        }
        return ids;
    }

    /// What somebody has begun and not ended.
    List<String> unfinishedOf(String owner) {
        return ownerOfUnfinished.entrySet().stream()
                .filter(upload -> upload.getValue().equals(owner))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Bytes that the disk still takes.
    long room() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    /// Whether what lies there was never begun: the node was killed while it made it.
    boolean isScrap(String id) {
        return !Files.exists(folder(id).resolve(Kept.FILE));
    }
}
