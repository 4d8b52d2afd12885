package comity.federation;

import comity.kernel.Sha256;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import java.util.UUID;

/// What both houses commit to in their ledgers for one letter: who wrote what to whom, in which place of which thread.
/// The bytes are the same on both sides, so that two ledgers can be compared leaf by leaf.
///
/// @param bodyDigest SHA-256 of the plain body, 64 hexadecimal digits
public record LetterStatement(
        UUID id,
        StateCode from,
        StateCode to,
        String kind,
        int version,
        String thread,
        int threadNumber,
        String bodyDigest) {
    /// For a letter and its plain body.
    public static LetterStatement of(OutgoingLetter letter, StateCode from, int threadNumber) {
        return new LetterStatement(
                letter.id(),
                from,
                letter.to(),
                letter.kind(),
                letter.version(),
                letter.thread(),
                threadNumber,
                Sha256.hex(letter.body()));
    }

    /// A JSON object with its members in alphabetical order and no spaces (RFC 8785). No member can hold a
    /// character that JSON would escape.
    public byte[] bytes() {
        return Utf8.bytes("{\"bodyDigest\":\"" + bodyDigest
                + "\",\"from\":\"" + from
                + "\",\"id\":\"" + id
                + "\",\"kind\":\"" + kind
                + "\",\"thread\":\"" + thread
                + "\",\"threadNumber\":" + threadNumber
                + ",\"to\":\"" + to
                + "\",\"type\":\"comity.letter\",\"version\":" + version + "}");
    }

    /// SHA-256 of [#bytes], 64 hexadecimal digits: the digest of the letter.
    public String digest() {
        return Sha256.hex(bytes());
    }
}
