package comity.node.keys;

import comity.directory.NodeAddress;
import comity.directory.keys.ChannelKey;
import comity.directory.keys.EncryptionKeys;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.KeyFolder;
import comity.directory.keys.Pem;
import comity.directory.keys.SealKey;
import comity.ledger.note.LogKey;
import comity.node.settings.Folders;
import comity.node.settings.NodeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// The keys of one node: for connections, for letters, for opening letters, for its ledger.
public record NodeKeys(X509Certificate root, ChannelKey channel, SealKey seal, EncryptionKeys encryption, LogKey log) {
    private static final String LOG_KEY = "ledger.key";

    /// Holds the key ceremony of a new node. Does nothing where keys lie already.
    public static void makeWhereAbsent(NodeSettings settings, Instant now) throws IOException {
        KeyFolder folder = new KeyFolder(settings.keys());
        if (!folder.isComplete()) {
            folder.write(KeyCeremony.hold(
                    settings.state(), List.of(settings.letters().publicUrl().getHost(), "127.0.0.1"), now));
        }
        makeLogKeyWhereAbsent(settings);
    }

    static void makeLogKeyWhereAbsent(NodeSettings settings) throws IOException {
        Path file = settings.keys().resolve(LOG_KEY);
        if (!Files.exists(file)) {
            writeSecret(file, LogKey.generate(origin(settings)).secret());
        }
    }

    static void writeSecret(Path file, String text) throws IOException {
        Folders.makeFor(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    /// Whether all of them are there.
    public static boolean areMade(NodeSettings settings) {
        return new KeyFolder(settings.keys()).isComplete()
                && Files.exists(settings.keys().resolve(LOG_KEY));
    }

    public static NodeKeys load(NodeSettings settings) throws IOException {
        KeyFolder folder = new KeyFolder(settings.keys());
        return new NodeKeys(folder.root(), folder.channel(), folder.seal(), folder.encryption(), loadLogKey(settings));
    }

    static LogKey loadLogKey(NodeSettings settings) throws IOException {
        return LogKey.parse(Files.readString(settings.keys().resolve(LOG_KEY)).strip());
    }

    /// What the registry publishes of this node.
    public NodeAddress address(NodeSettings settings) {
        return new NodeAddress(
                settings.letters().publicUrl(),
                settings.web().publicUrl(),
                log.origin(),
                log.verifier().text(),
                Pem.of(root),
                encryption.publicJwk());
    }

    private static String origin(NodeSettings settings) {
        return settings.letters().publicUrl().getAuthority() + "/" + settings.name();
    }
}
