package comity.node.keys;

import comity.directory.NodeAddress;
import comity.directory.keys.ChannelKey;
import comity.directory.keys.EncryptionKeys;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.KeyFolder;
import comity.directory.keys.Pem;
import comity.directory.keys.SealKey;
import comity.evidence.age.Identity;
import comity.evidence.age.KeyFile;
import comity.evidence.age.KeyKind;
import comity.evidence.age.Recipient;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignatureType;
import comity.node.settings.Folders;
import comity.node.settings.NodeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The keys of one node: for connections, for letters, for opening letters, for its ledger, for the
/// checkpoints of others, for opening exhibits.
public record NodeKeys(
        X509Certificate root,
        ChannelKey channel,
        SealKey seal,
        EncryptionKeys encryption,
        LogKey log,
        List<CosignerKey> cosigner,
        KeyFile sealing) {
    private static final String LOG_KEY = "ledger.key";
    /// As age keeps it, so that an officer can take it to a machine without a network.
    private static final String SEALING_KEY = "sealing.key";
    /// The second holds against a quantum computer, too; the first is read by every program.
    private static final SortedMap<String, Byte> COSIGNER_KEYS = new TreeMap<>(Map.of(
            "cosigner-ed25519.key", SignatureType.ED25519_COSIGNATURE,
            "cosigner-ml-dsa-44.key", SignatureType.ML_DSA_44_COSIGNATURE));

    /// Holds the key ceremony of a new node. Does nothing where keys lie already.
    public static void makeWhereAbsent(NodeSettings settings, Instant now) throws IOException {
        KeyFolder folder = new KeyFolder(settings.keys());
        if (!folder.isComplete()) {
            folder.write(KeyCeremony.hold(
                    settings.state(), List.of(settings.letters().publicUrl().getHost(), "127.0.0.1"), now));
        }
        makeLedgerKeysWhereAbsent(settings);
    }

    /// A node from before there were cosigners has a ledger and gets these keys at its next start.
    static void makeLedgerKeysWhereAbsent(NodeSettings settings) throws IOException {
        Path file = settings.keys().resolve(LOG_KEY);
        if (!Files.exists(file)) {
            writeSecret(file, LogKey.generate(origin(settings, settings.name())).secret());
        }
        Path sealing = settings.keys().resolve(SEALING_KEY);
        if (settings.part() == NodeSettings.Part.STATE && !Files.exists(sealing)) {
            writeSecret(sealing, KeyFile.write(Identity.draw(KeyKind.POST_QUANTUM), Instant.now()));
        }
        for (Map.Entry<String, Byte> kind : COSIGNER_KEYS.entrySet()) {
            Path secret = settings.keys().resolve(kind.getKey());
            if (!Files.exists(secret)) {
                String name = origin(settings, settings.name() + "/cosigner");
                writeSecret(secret, CosignerKey.generate(name, kind.getValue()).secret());
            }
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
        makeLedgerKeysWhereAbsent(settings);
        KeyFolder folder = new KeyFolder(settings.keys());
        return new NodeKeys(
                folder.root(),
                folder.channel(),
                folder.seal(),
                folder.encryption(),
                loadLogKey(settings),
                loadCosignerKeys(settings),
                KeyFile.read(Files.readString(settings.keys().resolve(SEALING_KEY))));
    }

    static LogKey loadLogKey(NodeSettings settings) throws IOException {
        return LogKey.parse(Files.readString(settings.keys().resolve(LOG_KEY)).strip());
    }

    static List<CosignerKey> loadCosignerKeys(NodeSettings settings) throws IOException {
        List<CosignerKey> keys = new ArrayList<>();
        for (String file : COSIGNER_KEYS.keySet()) {
            keys.add(CosignerKey.parse(
                    Files.readString(settings.keys().resolve(file)).strip()));
        }
        return keys;
    }

    static List<String> published(List<CosignerKey> keys) {
        return keys.stream().map(key -> key.verifier().text()).toList();
    }

    /// What the registry publishes of this node.
    public NodeAddress address(NodeSettings settings) {
        return new NodeAddress(
                        settings.letters().publicUrl(),
                        settings.web().publicUrl(),
                        log.origin(),
                        log.verifier().text(),
                        Pem.of(root),
                        encryption.publicJwk())
                .cosigning(published(cosigner))
                .sealedTo(sealing.recipients().stream().map(Recipient::text).toList());
    }

    private static String origin(NodeSettings settings, String name) {
        return settings.letters().publicUrl().getAuthority() + "/" + name;
    }
}
