package comity.federation.envelope;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The compact serialisations of JOSE: parts in base64url without padding, joined by full stops (RFC 7515, 2 and 7.1).
///
/// Every letter passes here several times, so the JDK's coder does the work: it is made of vector instructions. It is
/// lenient where a text could have two spellings, and a document must have one; [#decode] refuses those.
final class Compact {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Compact() {}

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    static byte[] encodeToBytes(byte[] bytes) {
        return ENCODER.encode(bytes);
    }

    /// The bytes of a part; empty when it is not base64url in its one written form.
    static Optional<byte[]> decode(String part) {
        try {
            byte[] bytes = DECODER.decode(part);
            return hasOneForm(part, bytes.length) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The parts of a text.
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>(5);
        int from = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', from)) {
            parts.add(text.substring(from, dot));
            from = dot + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// No padding, and no bits in the last letter that carry nothing: four letters carry three bytes.
    private static boolean hasOneForm(String part, int bytes) {
        if (part.length() != (bytes * 4 + 2) / 3) {
            return false;
        }
        if (bytes % 3 == 0) {
            return true;
        }
        int unused = bytes % 3 == 1 ? 0b1111 : 0b11;
        return (value(part.charAt(part.length() - 1)) & unused) == 0;
    }

    private static int value(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return letter - 'A';
        }
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a' + 26;
        }
        if (letter >= '0' && letter <= '9') {
            return letter - '0' + 52;
        }
        return letter == '-' ? 62 : 63;
    }
}
