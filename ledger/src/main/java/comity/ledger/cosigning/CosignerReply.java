package comity.ledger.cosigning;

import comity.kernel.Utf8;
import comity.ledger.note.Cosignature;
import comity.ledger.note.CosignatureFault;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.NoteSignature;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.note.VerifierKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What came back from a cosigner, checked before it is believed.
public sealed interface CosignerReply {
    /// It signed.
    ///
    /// @param checkpoint what was asked for, with the new lines
    /// @param lines those by keys that were asked for, all good
    /// @param at the earliest time among them
    record Given(SignedCheckpoint checkpoint, List<NoteSignature> lines, Instant at) implements CosignerReply {
        public Given {
            lines = List.copyOf(lines);
        }
    }

    /// It remembers another size: ask again from there. When it is larger than our own log, leaves that
    /// we signed for are missing here.
    ///
    /// @param size the largest tree of ours that it signed
    record OtherSize(long size) implements CosignerReply {}

    /// It says that what we sent does not continue what it remembers.
    ///
    /// @param status 409 for two roots of one size, 422 for a proof that does not hold
    /// @param said its words, at most 64 KiB; the evidence of a [Fork] perhaps, which is for a person
    ///     to read
    record Contradicted(int status, String said) implements CosignerReply {}

    /// It will not sign, for a reason of its own.
    record NotGiven(int status) implements CosignerReply {}

    /// It says that it signed, but nothing in it is good.
    ///
    /// @param fault what is wrong with the lines, the worst of them
    record Worthless(CosignatureFault fault) implements CosignerReply {}

    /// Reads a reply.
    ///
    /// @param status of HTTP
    /// @param contentType of HTTP; empty when there is none
    /// @param body at most [SignedNote#LARGEST] bytes are looked at
    /// @param asked the checkpoint that was sent
    /// @param keys the cosigner's; lines by others are ignored
    /// @param now the present
    static CosignerReply read(
            int status, String contentType, byte[] body, SignedCheckpoint asked, List<VerifierKey> keys, Instant now) {
        return switch (status) {
            case 200 -> given(body, asked, keys, now);
            case 409 -> contentType.equals(CosignerAnswer.SIZE_TYPE) ? size(body) : contradicted(status, body);
            case 422 -> contradicted(status, body);
            default -> new NotGiven(status);
        };
    }

    private static CosignerReply given(byte[] body, SignedCheckpoint asked, List<VerifierKey> keys, Instant now) {
        List<NoteSignature> lines;
        try {
            // The text of ours with their lines: so no line of theirs can be of anything else.
            byte[] head = Utf8.bytes(asked.note().text() + "\n");
            byte[] note = new byte[head.length + body.length];
            System.arraycopy(head, 0, note, 0, head.length);
            System.arraycopy(body, 0, note, head.length, body.length);
            SignedNote read = SignedNote.parse(note);
            if (!read.text().equals(asked.note().text())) {
                return new Worthless(CosignatureFault.MALFORMED);
            }
            lines = read.signatures();
        } catch (NoteRefused e) {
            return new Worthless(CosignatureFault.MALFORMED);
        }
        List<NoteSignature> good = new ArrayList<>();
        Instant earliest = Instant.MAX;
        for (VerifierKey key : keys) {
            List<NoteSignature> own =
                    lines.stream().filter(line -> line.isBy(key)).toList();
            if (own.isEmpty()) {
                continue;
            }
            switch (Cosignature.of(asked.alone().with(own), key, now)) {
                case Cosignature.Signed signed -> {
                    good.add(signed.line());
                    earliest = signed.at().isBefore(earliest) ? signed.at() : earliest;
                }
                case Cosignature.NotSigned(CosignatureFault fault) -> {
                    return new Worthless(fault);
                }
            }
        }
        return good.isEmpty() ? new Worthless(CosignatureFault.MISSING) : new Given(asked.with(good), good, earliest);
    }

    private static CosignerReply size(byte[] body) {
        String text = Utf8.text(body);
        if (!Digits.LINE.matcher(text).matches()) {
            return new Worthless(CosignatureFault.MALFORMED);
        }
        try {
            return new OtherSize(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return new Worthless(CosignatureFault.MALFORMED);
        }
    }

    private static CosignerReply contradicted(int status, byte[] body) {
        return new Contradicted(status, Utf8.text(Arrays.copyOf(body, Math.min(body.length, 64 * 1024))));
    }

    /// How a size is written.
    final class Digits {
        private static final Pattern LINE = Pattern.compile("(0|[1-9][0-9]{0,18})\n");

        private Digits() {}
    }
}
