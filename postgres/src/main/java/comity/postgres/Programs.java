package comity.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked once into a folder that is named by the archive's digest: another version gets
/// another folder, and a half-unpacked one is never seen under its name.
record Programs(Path folder) {
    private static final Set<PosixFilePermission> RUNNABLE = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> READABLE = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /// Finds the unpacked programs under a shared folder, or unpacks them. Several processes may call at once: one
    /// unpacks, the others wait for it.
    static Programs in(Path cache) throws IOException {
        String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        Folders.create(cache);
        Folders.requireOwn(cache);
        Path unpacked = cache.resolve("postgres-" + digest(archive));
        if (!Files.isDirectory(unpacked)) {
            synchronized (Programs.class) {
                try (FileChannel gate = FileChannel.open(
                                cache.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock _ = gate.lock()) {
                    if (!Files.isDirectory(unpacked)) {
                        unpack(archive, unpacked);
                    }
                }
            }
        }
        return new Programs(unpacked);
    }

    static String archiveName(String system, String processor) throws IOException {
        String os = system.toLowerCase(Locale.ROOT);
        String family = os.startsWith("mac") ? "darwin" : os.startsWith("linux") ? "linux" : "";
        String kind = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "";
        };
        if (family.isEmpty() || kind.isEmpty()) {
            throw new IOException("No PostgreSQL is packed for " + system + " on " + processor
                    + "; name an external database in the settings of the node");
        }
        return "postgres-" + family + "-" + kind + ".txz";
    }

    private static void unpack(String archive, Path unpacked) throws IOException {
        Path half = unpacked.resolveSibling(unpacked.getFileName() + ".half");
        Folders.delete(half);
        Folders.create(half);
        try (InputStream packed = open(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, half);
            }
        }
        Files.move(half, unpacked, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("An entry of the archive points outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Folders.create(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Folders.create(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(target, (entry.getMode() & 0100) != 0 ? RUNNABLE : READABLE);
        }
    }

    private static String digest(String archive) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(open(archive), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static InputStream open(String archive) throws IOException {
        InputStream packed = Programs.class.getClassLoader().getResourceAsStream(archive);
        if (packed == null) {
            throw new IOException("The archive " + archive + " is not on the class path");
        }
        return new BufferedInputStream(packed, 1 << 16);
    }
}
