package comity.ledger.proof;

import comity.ledger.Hash;
import comity.ledger.LeafPlace;
import comity.ledger.Opening;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.policy.Judgement;
import comity.ledger.policy.Policy;
import comity.ledger.tree.InclusionProof;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A proof that one entry is in a ledger, in a file that can be checked without asking anybody (C2SP
/// tlog-proof).
///
/// ```
/// c2sp.org/tlog-proof@v1
/// extra (salt and event in base 64; only in an open proof)
/// index 7
/// (a line in base 64 for each hash of the path)
///
/// (the checkpoint, with its cosignatures)
/// ```
///
/// An **open** proof shows what was committed to: its extra data are the salt and then the event, so
/// that their SHA-256 is the entry. A **closed** one has no extra data and tells a stranger nothing; it
/// is checked with a commitment that the reader has from elsewhere.
public final class ProofFile {
    /// What such files are called.
    public static final String EXTENSION = ".tlog-proof";

    /// The largest file that is read, in bytes.
    public static final int LARGEST = 4 * 1024 * 1024;

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final int LONGEST_PATH = 63;
    private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,18})");

    private final Optional<byte[]> extra;
    private final long index;
    private final List<Hash> path;
    private final SignedNote checkpoint;

    private ProofFile(Optional<byte[]> extra, long index, List<Hash> path, SignedNote checkpoint) {
        this.extra = extra.map(byte[]::clone);
        this.index = index;
        this.path = List.copyOf(path);
        this.checkpoint = checkpoint;
    }

    /// A closed proof.
    ///
    /// @param checkpoint of the tree that the proof is for, with what cosigners have signed
    /// @throws IllegalArgumentException when the two are of different sizes
    public static ProofFile closed(InclusionProof proof, SignedCheckpoint checkpoint) {
        return of(Optional.empty(), proof, checkpoint);
    }

    /// A closed proof with a checkpoint that was judged before and kept as it was.
    public static ProofFile closed(InclusionProof proof, SignedNote checkpoint) {
        return new ProofFile(Optional.empty(), proof.index(), proof.path(), checkpoint);
    }

    /// An open proof, which whoever gets it can read.
    ///
    /// @param checkpoint of the tree that the proof is for, with what cosigners have signed
    /// @throws IllegalArgumentException when the two are of different sizes
    public static ProofFile open(Opening opening, InclusionProof proof, SignedCheckpoint checkpoint) {
        ByteArrayOutputStream extra = new ByteArrayOutputStream();
        extra.writeBytes(opening.salt());
        extra.writeBytes(opening.event());
        return of(Optional.of(extra.toByteArray()), proof, checkpoint);
    }

    private static ProofFile of(Optional<byte[]> extra, InclusionProof proof, SignedCheckpoint checkpoint) {
        if (proof.treeSize() != checkpoint.checkpoint().size()) {
            throw new IllegalArgumentException("The proof is for size %d, the checkpoint has %d"
                    .formatted(proof.treeSize(), checkpoint.checkpoint().size()));
        }
        return new ProofFile(extra, proof.index(), proof.path(), checkpoint.note());
    }

    /// Reads a file without believing it.
    ///
    /// @throws ProofRefused when it has another form
    public static ProofFile parse(byte[] file) {
        if (file.length > LARGEST) {
            throw new ProofRefused(ProofFault.TOO_LARGE);
        }
        int end = endOfHead(file);
        // Only plain letters, digits and base 64 may stand here; a byte of another kind is refused below.
        List<String> lines = List.of(new String(file, 0, end, StandardCharsets.ISO_8859_1).split("\n", -1));
        boolean opened = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int indexAt = opened ? 2 : 1;
        if (!lines.getFirst().equals(FIRST_LINE) || lines.size() <= indexAt) {
            throw new ProofRefused(ProofFault.MALFORMED);
        }
        if (lines.size() > indexAt + 1 + LONGEST_PATH) {
            throw new ProofRefused(ProofFault.TOO_LARGE);
        }
        return new ProofFile(
                opened ? Optional.of(decoded(lines.get(1).substring(EXTRA.length()))) : Optional.empty(),
                index(lines.get(indexAt)),
                lines.stream().skip(indexAt + 1L).map(ProofFile::hash).toList(),
                note(Arrays.copyOfRange(file, end + 2, file.length)));
    }

    /// Where the empty line begins that ends the first part.
    private static int endOfHead(byte[] file) {
        for (int i = 1; i < file.length; i++) {
            if (file[i] == '\n' && file[i - 1] == '\n') {
                return i - 1;
            }
        }
        throw new ProofRefused(ProofFault.MALFORMED);
    }

    private static byte[] decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new ProofRefused(ProofFault.MALFORMED);
        }
        throw new ProofRefused(ProofFault.MALFORMED);
    }

    private static long index(String line) {
        try {
            if (INDEX.matcher(line).matches()) {
                return Long.parseLong(line.substring("index ".length()));
            }
        } catch (NumberFormatException e) {
            // Nineteen digits can be more than a log can count.
            throw new ProofRefused(ProofFault.MALFORMED);
        }
        throw new ProofRefused(ProofFault.MALFORMED);
    }

    private static Hash hash(String line) {
        try {
            return Hash.ofBase64(line);
        } catch (IllegalArgumentException e) {
            throw new ProofRefused(ProofFault.MALFORMED);
        }
    }

    private static SignedNote note(byte[] note) {
        try {
            return SignedNote.parse(note);
        } catch (NoteRefused e) {
            throw new ProofRefused(ProofFault.BAD_NOTE);
        }
    }

    /// Salt and event; empty in a closed proof, and when the extra data cannot be an opening. Nothing
    /// vouches for it until a verdict has.
    public Optional<Opening> opening() {
        return extra.filter(bytes -> bytes.length >= Opening.SALT_LENGTH)
                .map(bytes -> new Opening(
                        Arrays.copyOf(bytes, Opening.SALT_LENGTH),
                        Arrays.copyOfRange(bytes, Opening.SALT_LENGTH, bytes.length)));
    }

    /// The same proof without what was committed to.
    public ProofFile closed() {
        return new ProofFile(Optional.empty(), index, path, checkpoint);
    }

    /// Where the entry is said to stand.
    public long index() {
        return index;
    }

    /// The checkpoint as it came, not believed.
    public SignedNote checkpoint() {
        return checkpoint;
    }

    /// What an open proof shows.
    ///
    /// @param policy the reader's own, with the ledger's key
    /// @param now the present
    public ProofVerdict judge(Policy policy, Instant now) {
        return opening()
                .map(opening -> judge(opening.commitment(), policy, now))
                .orElseGet(ProofVerdict.NothingToProve::new);
    }

    /// What the proof shows for an entry that is known from elsewhere, for example from a receipt.
    ///
    /// @param entry the commitment; in an open proof it must be that of the opening too
    /// @param policy the reader's own, with the ledger's key
    /// @param now the present
    public ProofVerdict judge(Hash entry, Policy policy, Instant now) {
        return switch (policy.judge(checkpoint, now)) {
            case Judgement.NotOfTheLog not -> new ProofVerdict.NotOfTheLog(not);
            case Judgement.Weighed weighed -> judge(entry, weighed);
        };
    }

    private ProofVerdict judge(Hash entry, Judgement.Weighed weighed) {
        boolean other = extra.isPresent()
                && !opening().map(Opening::commitment).filter(entry::equals).isPresent();
        if (other || !leads(entry, weighed.checkpoint())) {
            return new ProofVerdict.OtherEntry(weighed);
        }
        LeafPlace place = new LeafPlace(index, entry.hex());
        return weighed.isGood()
                ? new ProofVerdict.Proved(place, weighed)
                : new ProofVerdict.TooFewCosigners(place, weighed);
    }

    private boolean leads(Hash entry, SignedCheckpoint to) {
        long size = to.checkpoint().size();
        return index < size
                && new InclusionProof(index, size, path)
                        .proves(entry, to.checkpoint().root());
    }

    /// The file.
    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        extra.ifPresent(bytes -> text.append(EXTRA)
                .append(Base64.getEncoder().encodeToString(bytes))
                .append('\n'));
        text.append("index ").append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProofFile that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return checkpoint.hashCode() * 31 + Long.hashCode(index);
    }

    /// Says nothing of what it opens: it must not end up in a log file.
    @Override
    public String toString() {
        return "Proof of leaf " + index;
    }
}
