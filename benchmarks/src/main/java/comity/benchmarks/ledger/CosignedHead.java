package comity.benchmarks.ledger;

import comity.ledger.note.NoteFault;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.NoteSignature;
import comity.ledger.note.SignedNote;
import java.util.Set;
import java.util.stream.Collectors;

/// What a published checkpoint says of itself. The node has checked each cosignature before it published
/// it.
///
/// @param size how many leaves it covers
/// @param cosigners whose lines it bears; one that signs with two keys counts once
record CosignedHead(long size, Set<String> cosigners) {
    private static final String COSIGNER = "/cosigner";

    /// @throws NoteRefused when it is not a checkpoint
    static CosignedHead read(byte[] published) {
        SignedNote note = SignedNote.parse(published);
        long size = note.text()
                .lines()
                .skip(1)
                .findFirst()
                .map(Long::parseLong)
                .orElseThrow(() -> new NoteRefused(NoteFault.NOT_A_CHECKPOINT));
        return new CosignedHead(
                size,
                note.signatures().stream()
                        .map(NoteSignature::name)
                        .filter(name -> name.endsWith(COSIGNER))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// Whether it covers so many leaves and so many cosigners have signed it.
    boolean isSignedBy(int others, long leaves) {
        return size >= leaves && cosigners.size() >= others;
    }
}
