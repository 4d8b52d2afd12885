package comity.evidence.pack;

import comity.evidence.PackageFiles;
import comity.evidence.pack.Finding.Check;
import comity.kernel.Utf8;
import comity.ledger.Opening;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.VerifierKey;
import comity.ledger.policy.Policy;
import comity.ledger.proof.ProofFile;
import comity.ledger.proof.ProofRefused;
import comity.ledger.proof.ProofVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks the proofs of a bundle: each must show that the ledger whose key lies beside it holds the custody event of
/// the same name. Whose ledger that is, the reader learns from the directory.
final class LedgerCheck {
    private static final int LONGEST_KEY = 4096;
    private static final int LARGEST_EVENT = 1024 * 1024;

    private final Path folder;
    private final Instant now;

    LedgerCheck(Path folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    /// What was found; empty when there are no proofs.
    Optional<Finding> look() throws IOException {
        List<String> names = names();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Policy policy;
        try {
            VerifierKey key = VerifierKey.parse(
                    Utf8.text(read(PackageFiles.LEDGER_KEY, LONGEST_KEY)).strip());
            policy = new Policy(List.of(new Policy.Log(key, Optional.empty())), List.of(), List.of(), Policy.NONE);
        } catch (NoteRefused | IllegalArgumentException | IOException e) {
            return Optional.of(bad(PackageFiles.LEDGER_KEY));
        }
        for (String name : names) {
            if (!isProved(name, policy)) {
                return Optional.of(bad(PackageFiles.LEDGER + name + ProofFile.EXTENSION));
            }
        }
        String log = policy.logs().getFirst().key().name();
        return Optional.of(new Finding(Check.LEDGER, Finding.Outcome.GOOD, log + ": " + names.size(), ""));
    }

    private static Finding bad(String file) {
        return Finding.bad(Check.LEDGER, "proof-fails", file);
    }

    /// The proofs that are there, without folder and extension.
    private List<String> names() throws IOException {
        Path proofs = folder.resolve(PackageFiles.LEDGER);
        if (!Files.isDirectory(proofs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(proofs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ProofFile.EXTENSION))
                    .map(name -> name.substring(0, name.length() - ProofFile.EXTENSION.length()))
                    .sorted()
                    .toList();
        }
    }

    private boolean isProved(String name, Policy policy) {
        try {
            ProofFile proof =
                    ProofFile.parse(read(PackageFiles.LEDGER + name + ProofFile.EXTENSION, ProofFile.LARGEST));
            byte[] event = read(PackageFiles.CUSTODY + name + ".json", LARGEST_EVENT);
            return proof.opening()
                            .map(Opening::event)
                            .filter(proved -> Arrays.equals(proved, event))
                            .isPresent()
                    && proof.judge(policy, now) instanceof ProofVerdict.Proved;
        } catch (ProofRefused | IOException e) {
            return false;
        }
    }

    private byte[] read(String name, int longest) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new IOException(name + " is too long");
            }
            return bytes;
        }
    }
}
