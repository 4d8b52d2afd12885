package comity.cli.verb;

import comity.ledger.note.VerifierKey;
import comity.ledger.policy.Policy;
import comity.ledger.policy.PolicyRefused;
import comity.ledger.tiles.PublishedLog;
import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.http.HttpLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Whom the commands on ledgers believe: the keys and the policy that are typed, and nobody else.
final class LedgerTrust {
    @Option(names = "--key", paramLabel = "KEY")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--policy", paramLabel = "FILE")
    private Optional<Path> policy = Optional.empty();

    /// The policy that is typed; with keys alone, one that asks for no cosigner.
    Policy policy() {
        List<Policy.Log> logs =
                new ArrayList<>(keys.stream().map(LedgerTrust::log).toList());
        Optional<Policy> typed = policy.map(LedgerTrust::read);
        typed.ifPresent(read -> logs.addAll(read.logs()));
        if (logs.isEmpty()) {
            throw new UsageFault("usage.ledger-key");
        }
        try {
            return typed.map(read -> new Policy(logs, read.cosigners(), read.groups(), read.quorum()))
                    .orElseGet(() -> new Policy(logs, List.of(), List.of(), Policy.NONE));
        } catch (PolicyRefused e) {
            throw new UsageFault("usage.ledger-key");
        }
    }

    List<VerifierKey> logKeys() {
        return policy().logs().stream().map(Policy.Log::key).toList();
    }

    private static Policy.Log log(String key) {
        try {
            return new Policy.Log(VerifierKey.parse(key), Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new UsageFault("usage.ledger-not-key", key);
        }
    }

    private static Policy read(Path file) {
        try {
            return Policy.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UsageFault("file.missing", file);
        } catch (PolicyRefused e) {
            throw new UsageFault("usage.policy", file, e.line(), e.fault().code());
        }
    }

    /// A ledger where it is published: an address, or a folder.
    static PublishedLog open(String where, Terminal terminal) {
        if (where.startsWith("https://") || where.startsWith("http://")) {
            try {
                return new HttpLog(URI.create(where), terminal.trust());
            } catch (IllegalArgumentException e) {
                throw new UsageFault("usage.ledger-where", where);
            }
        }
        Path folder = Path.of(where);
        if (!Files.isDirectory(folder)) {
            throw new UsageFault("usage.ledger-where", where);
        }
        return new TileFolder(folder);
    }
}
