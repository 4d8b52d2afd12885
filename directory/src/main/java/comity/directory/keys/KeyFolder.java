package comity.directory.keys;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.List;

/// A folder with the keys of a node, as files that an operator can carry: private ones are readable by their owner
/// only.
///
/// | file | what |
/// | --- | --- |
/// | `root.pem`, `root-key.pem` | the State's root; the key file may be taken away, the node never reads it |
/// | `channel.pem`, `channel-key.pem` | for connections |
/// | `seal.pem`, `seal-key.pem` | for letters and receipts |
/// | `encryption.jwk` | the private key that letters to this State are opened with |
public final class KeyFolder {
    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /// Whether a ceremony has been held here.
    public boolean isComplete() {
        return List.of("root.pem", "channel.pem", "channel-key.pem", "seal.pem", "seal-key.pem", "encryption.jwk")
                .stream()
                .allMatch(name -> Files.exists(folder.resolve(name)));
    }

    /// Writes the keys of a ceremony.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when there are keys already: they are never written over
    public void write(KeyCeremony.NodeKeys keys) throws IOException {
        Files.createDirectories(folder);
        writeSecret("root-key.pem", Pem.of(keys.rootKey().getPrivate()));
        writeSecret("channel-key.pem", Pem.of(keys.channel().key()));
        writeSecret("seal-key.pem", Pem.of(keys.seal().key()));
        writeSecret("encryption.jwk", keys.encryption().privateJwk());
        write("channel.pem", Pem.of(keys.channel().chain()));
        write("seal.pem", Pem.of(keys.seal().chain()));
        write("root.pem", Pem.of(keys.root()));
    }

    public X509Certificate root() throws IOException {
        return Pem.certificate(Files.readString(folder.resolve("root.pem")));
    }

    public ChannelKey channel() throws IOException {
        return ChannelKey.load(folder.resolve("channel.pem"), folder.resolve("channel-key.pem"));
    }

    public SealKey seal() throws IOException {
        return SealKey.load(folder.resolve("seal.pem"), folder.resolve("seal-key.pem"));
    }

    /// The present key, and any older ones named `encryption-*.jwk`, by name from last to first.
    public EncryptionKeys encryption() throws IOException {
        try (var older = Files.newDirectoryStream(folder, "encryption-*.jwk")) {
            List<Path> files = new java.util.ArrayList<>();
            older.forEach(files::add);
            files.sort(java.util.Comparator.<Path>naturalOrder().reversed());
            files.addFirst(folder.resolve("encryption.jwk"));
            return EncryptionKeys.load(files);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private void writeSecret(String name, String text) throws IOException {
        Files.createFile(folder.resolve(name), ownerOnly());
        Files.writeString(folder.resolve(name), text);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
