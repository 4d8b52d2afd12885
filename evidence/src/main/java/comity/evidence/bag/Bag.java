package comity.evidence.bag;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.age.Progress;
import comity.evidence.contents.Names;
import comity.kernel.Sha256;
import comity.ledger.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A bag (RFC 8493, declared as the version 0.97 before it): the exhibit's files under `data/`, and lists of digests
/// that the usual tools check.
public final class Bag {
    /// Where the files of the exhibit are.
    public static final String DATA = "data/";
    /// The digests of what is under `data/`.
    public static final String MANIFEST = "manifest-sha256.txt";
    /// The digests of everything else.
    public static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    private static final String DECLARATION = "bagit.txt";
    private static final String INFO = "bag-info.txt";
    private static final long LONGEST_LIST = 256L * 1024 * 1024;
    private static final int BUFFER = 128 * 1024;
    private static final int DIGITS = 2 * Hash.LENGTH;

    private final Path folder;

    public Bag(Path folder) {
        this.folder = folder;
    }

    /// Whether a folder looks like a bag at all.
    public static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(DECLARATION));
    }

    /// Writes the lists of a bag whose other files are all there.
    ///
    /// @param data the digest of each file under `data/`, by its name without that
    /// @param info lines of `bag-info.txt`
    public void close(Map<String, Hash> data, Map<String, String> info) {
        // Version 1.0 writes a percent sign in a name as %25, and then sha256sum does not find the file.
        write(DECLARATION, "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n");
        StringBuilder lines = new StringBuilder();
        info.forEach(
                (label, value) -> lines.append(label).append(": ").append(value).append('\n'));
        write(INFO, lines.toString());
        StringBuilder digests = new StringBuilder();
        new TreeMap<>(data).forEach((name, digest) -> line(digests, digest, DATA + name));
        write(MANIFEST, digests.toString());
        StringBuilder tags = new StringBuilder();
        for (String name : files()) {
            if (!name.startsWith(DATA) && !name.equals(TAG_MANIFEST)) {
                line(tags, digest(name, Progress.NONE), name);
            }
        }
        write(TAG_MANIFEST, tags.toString());
    }

    private static void line(StringBuilder to, Hash digest, String name) {
        to.append(digest.hex()).append("  ").append(name).append('\n');
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.NOT_WRITTEN, name, e);
        }
    }

    /// What a bag's lists and its files disagree about.
    ///
    /// @param changed files with other bytes than their digest
    /// @param missing files that are listed and not there
    /// @param unlisted files that are there and not listed
    public record Differences(List<String> changed, List<String> missing, List<String> unlisted) {
        public Differences {
            changed = List.copyOf(changed);
            missing = List.copyOf(missing);
            unlisted = List.copyOf(unlisted);
        }

        public boolean none() {
            return changed.isEmpty() && missing.isEmpty() && unlisted.isEmpty();
        }
    }

    /// What a bag holds.
    ///
    /// @param data the digest of each file under `data/`, by its name without that, as the list says
    public record Checked(Differences differences, Map<String, Hash> data) {}

    /// Hashes every file and compares it with the lists.
    ///
    /// @throws EvidenceRefused when a list is not one
    public Checked check(Progress progress) {
        Map<String, Hash> data = list(MANIFEST);
        Map<String, Hash> tags = list(TAG_MANIFEST);
        List<String> changed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> unlisted = new ArrayList<>();
        List<String> there = files();
        Map<String, Hash> digests = digests(there, progress);
        for (String name : there) {
            Map<String, Hash> listed = name.startsWith(DATA) ? data : tags;
            Hash expected = listed.get(name);
            if (expected == null) {
                if (!name.equals(TAG_MANIFEST)) {
                    unlisted.add(name);
                }
            } else if (!Objects.equals(digests.get(name), expected)) {
                changed.add(name);
            }
        }
        Set<String> present = new HashSet<>(there);
        data.keySet().stream().filter(name -> !present.contains(name)).forEach(missing::add);
        tags.keySet().stream().filter(name -> !present.contains(name)).forEach(missing::add);
        Map<String, Hash> bare = new TreeMap<>();
        data.forEach((name, digest) -> bare.put(name.substring(DATA.length()), digest));
        return new Checked(new Differences(changed, missing, unlisted), bare);
    }

    /// All cores hash; which file comes first does not matter.
    private Map<String, Hash> digests(List<String> names, Progress progress) {
        return names.parallelStream().collect(Collectors.toConcurrentMap(name -> name, name -> digest(name, progress)));
    }

    private Map<String, Hash> list(String name) {
        Path file = folder.resolve(name);
        Map<String, Hash> found = new TreeMap<>();
        try {
            if (Files.size(file) > LONGEST_LIST) {
                throw malformed(name, 0);
            }
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.length() < DIGITS + 3 || !line.startsWith("  ", DIGITS)) {
                    throw malformed(name, i + 1);
                }
                String path = line.substring(DIGITS + 2);
                Names.requireSafe(path);
                if (name.equals(MANIFEST) != path.startsWith(DATA)
                        || found.put(path, Hash.ofHex(line.substring(0, DIGITS))) != null) {
                    throw malformed(name, i + 1);
                }
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new EvidenceRefused(EvidenceFault.DOCUMENT_MALFORMED, name, e);
        } catch (NoSuchFileException e) {
            throw new EvidenceRefused(EvidenceFault.PART_MISSING, name, e);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, name, e);
        }
        return found;
    }

    private static EvidenceRefused malformed(String name, int line) {
        return new EvidenceRefused(EvidenceFault.DOCUMENT_MALFORMED, name + ":" + line);
    }

    /// The names of all files, with `/` between folders.
    private List<String> files() {
        List<String> names = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes as) {
                    String name = name(folder.relativize(file));
                    if (!as.isRegularFile()) {
                        throw new EvidenceRefused(EvidenceFault.NOT_A_FILE, name);
                    }
                    names.add(name);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, folder.toString(), e);
        }
        names.sort(null);
        return names;
    }

    private static String name(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private Hash digest(String name, Progress progress) {
        MessageDigest digest = Sha256.newDigest();
        Path file = folder.resolve(name);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[(int) Math.min(BUFFER, Files.size(file) + 1)];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                progress.more(read);
            }
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, name, e);
        }
        return Hash.finish(digest);
    }
}
