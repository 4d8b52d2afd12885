package comity.node.keys;

import comity.directory.LedgerAddress;
import comity.directory.keys.RegistryKey;
import comity.kernel.Fingerprint;
import comity.kernel.Utf8;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.node.settings.Folders;
import comity.node.settings.NodeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The keys of the registry: for its list, for its ledger, for the checkpoints of others.
public record RegistryKeys(RegistryKey list, LogKey log, List<CosignerKey> cosigner) {
    private static final String LIST_KEY = "registry.jwk";

    /// Makes the keys of a new registry, and lays its public key where its settings name it, to be
    /// handed to every State. Does nothing where keys lie already.
    public static void makeWhereAbsent(NodeSettings settings) throws IOException {
        Path secret = settings.keys().resolve(LIST_KEY);
        if (!Files.exists(secret)) {
            RegistryKey key = RegistryKey.generate();
            NodeKeys.writeSecret(secret, key.privateJwk());
            Folders.makeFor(settings.registry().key());
            Files.writeString(settings.registry().key(), key.publicJwk());
        }
        NodeKeys.makeLedgerKeysWhereAbsent(settings);
    }

    /// Whether both are there.
    public static boolean areMade(NodeSettings settings) {
        return Files.exists(settings.keys().resolve(LIST_KEY));
    }

    /// What the registry says of itself in its list.
    public LedgerAddress address(NodeSettings settings) {
        return new LedgerAddress(settings.web().publicUrl(), log.verifier().text(), NodeKeys.published(cosigner));
    }

    /// Of the public key, as it is read over the telephone.
    public Fingerprint fingerprint() {
        return Fingerprint.of(Utf8.bytes(list.publicJwk()));
    }

    public static RegistryKeys load(NodeSettings settings) throws IOException {
        NodeKeys.makeLedgerKeysWhereAbsent(settings);
        return new RegistryKeys(
                RegistryKey.parse(Files.readString(settings.keys().resolve(LIST_KEY))),
                NodeKeys.loadLogKey(settings),
                NodeKeys.loadCosignerKeys(settings));
    }
}
