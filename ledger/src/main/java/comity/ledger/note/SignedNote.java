package comity.ledger.note;

import comity.kernel.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A text and the signatures under it (C2SP signed-note). Several keys may sign one text: the log, its cosigners,
/// and keys of kinds that are not known here. All lines are kept, in order, so that passing a note on loses
/// nothing.
///
/// @param text ends with a line end; the empty line between text and signatures is not part of it
/// @param signatures at least one
public record SignedNote(String text, List<NoteSignature> signatures) {
    /// The largest note that is read, in bytes; room for sixteen signatures of the largest kind and more.
    public static final int LARGEST = 128 * 1024;

    private static final int MOST_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!isGoodText(text) || signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("A note is a text that ends with a line, and signatures");
        }
    }

    /// Reads a note without believing it.
    ///
    /// @throws NoteRefused when it has another form
    public static SignedNote parse(byte[] note) {
        if (note.length > LARGEST) {
            throw new NoteRefused(NoteFault.TOO_LARGE);
        }
        try {
            return parseText(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new NoteRefused(NoteFault.NOT_TEXT);
        }
    }

    /// Reads a note without believing it.
    ///
    /// @throws NoteRefused when it has another form
    public static SignedNote parse(String note) {
        return parse(Utf8.bytes(note));
    }

    private static SignedNote parseText(String note) {
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new NoteRefused(NoteFault.NOT_TEXT);
        }
        int end = note.lastIndexOf("\n\n") + 1;
        if (end <= 1 || !note.endsWith("\n") || end + 1 == note.length()) {
            throw new NoteRefused(NoteFault.NOT_A_NOTE);
        }
        String[] lines = note.substring(end + 1, note.length() - 1).split("\n", MOST_SIGNATURES + 1);
        if (lines.length > MOST_SIGNATURES) {
            throw new NoteRefused(NoteFault.TOO_LARGE);
        }
        return new SignedNote(
                note.substring(0, end),
                Stream.of(lines).map(NoteSignature::parse).toList());
    }

    private static boolean isGoodText(String text) {
        return text.endsWith("\n") && text.chars().noneMatch(c -> c < ' ' && c != '\n');
    }

    /// Checks that a key signed.
    ///
    /// @return the line that this key signed
    /// @throws NoteRefused when there is none, or one of the lines that name the key does not fit the text
    public NoteSignature verify(VerifierKey key) {
        List<NoteSignature> named =
                signatures.stream().filter(signature -> signature.isBy(key)).toList();
        if (named.isEmpty()) {
            throw new NoteRefused(NoteFault.NOT_SIGNED);
        }
        byte[] signed = Utf8.bytes(text);
        if (!named.stream().allMatch(signature -> key.verifies(signed, signature.signature()))) {
            throw new NoteRefused(NoteFault.WRONG_SIGNATURE);
        }
        return named.getFirst();
    }

    /// The same text with one more signature at the end: the place for a cosigner.
    public SignedNote with(NoteSignature another) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(another);
        return new SignedNote(text, more);
    }

    /// The note as it travels.
    public String note() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
