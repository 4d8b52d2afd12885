package comity.ledger.cosigning;

import comity.ledger.Hash;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.tree.ConsistencyProof;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a log sends when it wants its checkpoint signed: the body of an `add-checkpoint` call (C2SP
/// tlog-witness).
///
/// ```
/// old 5
/// (a line for each hash of the proof, in base 64)
///
/// (the checkpoint, as a signed note)
/// ```
///
/// @param oldSize the size that the log believes the cosigner to remember; 0 when it does not know
/// @param path the proof that the checkpoint's tree begins with the tree of that size
/// @param checkpoint not believed yet
public record CosigningAsk(long oldSize, List<Hash> path, SignedNote checkpoint) {
    /// The path below a cosigner's address.
    public static final String PATH = "add-checkpoint";

    /// The largest body that is read, in bytes.
    public static final int LARGEST = SignedNote.LARGEST + 8 * 1024;

    private static final int LONGEST_PATH = 63;
    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,18})");

    public CosigningAsk {
        path = List.copyOf(path);
        if (oldSize < 0 || path.size() > LONGEST_PATH) {
            throw new IllegalArgumentException("An ask has an old size and at most 63 hashes");
        }
    }

    /// Asks for a checkpoint of ours.
    ///
    /// @param proof from the size that the cosigner remembers to that of the checkpoint
    /// @throws IllegalArgumentException when the proof is of another size
    public static CosigningAsk of(SignedCheckpoint checkpoint, ConsistencyProof proof) {
        if (proof.toSize() != checkpoint.checkpoint().size()) {
            throw new IllegalArgumentException("The proof leads to size %d, the checkpoint has %d"
                    .formatted(proof.toSize(), checkpoint.checkpoint().size()));
        }
        return new CosigningAsk(
                proof.fromSize(), proof.path(), checkpoint.alone().note());
    }

    /// Reads a body without believing it.
    ///
    /// @throws AskRefused when it has another form
    public static CosigningAsk parse(byte[] body) {
        if (body.length > LARGEST) {
            throw new AskRefused(AskFault.TOO_LARGE);
        }
        int end = endOfHead(body);
        // Only digits and base 64 may stand here; a byte of another kind is refused below.
        String head = new String(body, 0, end, StandardCharsets.ISO_8859_1);
        String[] lines = head.split("\n", LONGEST_PATH + 2);
        if (lines.length > LONGEST_PATH + 1) {
            throw new AskRefused(AskFault.TOO_LARGE);
        }
        List<Hash> path = Stream.of(lines).skip(1).map(CosigningAsk::hash).toList();
        return new CosigningAsk(oldSize(lines[0]), path, note(Arrays.copyOfRange(body, end + 2, body.length)));
    }

    /// Where the empty line begins that ends the first part.
    private static int endOfHead(byte[] body) {
        for (int i = 1; i < body.length; i++) {
            if (body[i] == '\n' && body[i - 1] == '\n') {
                return i - 1;
            }
        }
        throw new AskRefused(AskFault.MALFORMED);
    }

    private static long oldSize(String line) {
        try {
            if (OLD.matcher(line).matches()) {
                return Long.parseLong(line.substring("old ".length()));
            }
        } catch (NumberFormatException e) {
            // Nineteen digits can be more than a log can count.
            throw new AskRefused(AskFault.MALFORMED);
        }
        throw new AskRefused(AskFault.MALFORMED);
    }

    private static Hash hash(String line) {
        try {
            return Hash.ofBase64(line);
        } catch (IllegalArgumentException e) {
            throw new AskRefused(AskFault.MALFORMED);
        }
    }

    private static SignedNote note(byte[] note) {
        try {
            return SignedNote.parse(note);
        } catch (NoteRefused e) {
            throw new AskRefused(AskFault.BAD_NOTE);
        }
    }

    /// The log that the checkpoint claims to be of.
    public String origin() {
        return checkpoint.text().substring(0, checkpoint.text().indexOf('\n'));
    }

    /// The body as it travels.
    public String body() {
        StringBuilder body = new StringBuilder("old ").append(oldSize).append('\n');
        path.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(checkpoint.note()).toString();
    }
}
