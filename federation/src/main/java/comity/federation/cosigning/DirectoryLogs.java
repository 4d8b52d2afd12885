package comity.federation.cosigning;

import comity.directory.Directory;
import comity.directory.LedgerAddress;
import comity.ledger.cosigning.KnownLogs;
import comity.ledger.note.VerifierKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The ledgers of the directory: the registry's, and one for each node.
public final class DirectoryLogs implements KnownLogs {
    private static final System.Logger LOG = System.getLogger(DirectoryLogs.class.getName());

    private final Directory directory;
    /// Everybody is asked twice a second, and keys change once in years; so a bad one is said once, too.
    private final Map<String, Optional<VerifierKey>> read = new ConcurrentHashMap<>();

    public DirectoryLogs(Directory directory) {
        this.directory = directory;
    }

    @Override
    public List<VerifierKey> keysOf(String origin) {
        return directory.ledgers().stream()
                .filter(ledger -> ledger.origin().equals(origin))
                .flatMap(ledger -> keys(List.of(ledger.key())).stream())
                .toList();
    }

    /// The keys of a node as a cosigner.
    List<VerifierKey> cosigners(LedgerAddress ledger) {
        return keys(ledger.cosignerKeys()).stream()
                .filter(VerifierKey::isCosigners)
                .toList();
    }

    /// A key that cannot be read is passed over: one State's mistake must not silence the others.
    private List<VerifierKey> keys(List<String> texts) {
        return texts.stream()
                .flatMap(text -> read.computeIfAbsent(text, DirectoryLogs::read).stream())
                .toList();
    }

    private static Optional<VerifierKey> read(String text) {
        try {
            return Optional.of(VerifierKey.parse(text));
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "The directory names a key that cannot be read", e);
            return Optional.empty();
        }
    }
}
