package comity.evidence.court;

import comity.evidence.PackageFiles;
import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.Opening;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.proof.ProofFile;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;

/// A ledger of some leaves, two of which are custody events of a bundle.
final class Ledger {
    static final String ORIGIN = "node.xa.example/ledger";
    static final String RECEIVED = "XA-001-received";
    private static final String EXAMINED = "XA-002-examined";
    private static final int LEAVES = 300;

    private Ledger() {}

    /// What a node puts into a bundle beside the exhibit.
    static Map<String, byte[]> papers() {
        LogKey log = LogKey.generate(ORIGIN);
        MemoryTree tree = new MemoryTree();
        Map<Integer, String> places = Map.of(123, RECEIVED, LEAVES - 1, EXAMINED);
        Map<Integer, Opening> openings = new TreeMap<>();
        for (int i = 0; i < LEAVES; i++) {
            if (places.containsKey(i)) {
                openings.put(i, Opening.fresh(new SecureRandom(), Utf8.bytes("{\"event\":\"" + places.get(i) + "\"}")));
            }
            tree.append(openings.containsKey(i) ? openings.get(i).commitment() : Hash.ofContent(new byte[] {(byte) i}));
        }
        SignedCheckpoint checkpoint = log.sign(new Checkpoint(ORIGIN, LEAVES, tree.root()));
        Map<String, byte[]> papers = new TreeMap<>();
        papers.put(PackageFiles.LEDGER_KEY, Utf8.bytes(log.verifier().text() + "\n"));
        openings.forEach((index, opening) -> {
            String name = places.get(index);
            papers.put(PackageFiles.CUSTODY + name + ".json", opening.event());
            papers.put(
                    PackageFiles.LEDGER + name + ProofFile.EXTENSION,
                    Utf8.bytes(ProofFile.open(opening, new Proofs(tree).inclusion(index, LEAVES), checkpoint)
                            .text()));
        });
        return papers;
    }
}
