package comity.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Spoils good bytes in the ways in which strangers and bad lines do: a bit, a piece left out, doubled or moved, and
/// tokens at which readers stumble.
public final class Mutation {
    private static final List<String> STUMBLING_BLOCKS = List.of(
            "\0",
            "\n",
            "\n\n",
            "\r",
            " ",
            ".",
            "..",
            "=",
            "-",
            "+",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-1",
            "0",
            "1e999999999",
            "999999999999999999999999999999",
            "1.5",
            "\u2014 ",
            "\u202e",
            "\ud83d\ude00",
            "\"v\":1,",
            "\"a\":{\"a\":{\"a\":",
            "[[[[[[[[[[[[[[[[",
            "x001/",
            ".p/",
            "Z",
            "9999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z");

    private Mutation() {}

    /// The bytes with a few faults. Now and then none takes effect.
    public static byte[] of(byte[] good, Chance chance) {
        byte[] bytes = good;
        int faults = chance.number(1, 4);
        for (int i = 0; i < faults; i++) {
            bytes = one(bytes, chance);
        }
        return bytes;
    }

    private static byte[] one(byte[] bytes, Chance chance) {
        int from = chance.number(0, bytes.length);
        int to = Math.min(bytes.length, from + chance.number(0, 16));
        return switch (chance.number(0, 5)) {
            case 0 -> flipped(bytes, chance);
            case 1 -> joined(bytes, from, new byte[0], to);
            case 2 -> joined(bytes, to, new byte[0], from);
            case 3 -> joined(bytes, from, token(chance), from);
            case 4 -> joined(bytes, from, token(chance), to);
            default -> joined(bytes, from, new byte[0], bytes.length);
        };
    }

    private static byte[] flipped(byte[] bytes, Chance chance) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            int at = chance.number(0, flipped.length - 1);
            flipped[at] = (byte) (flipped[at] ^ 1 << chance.number(0, 7));
        }
        return flipped;
    }

    private static byte[] token(Chance chance) {
        return chance.oneOf(STUMBLING_BLOCKS).getBytes(StandardCharsets.UTF_8);
    }

    /// A beginning, something between, and the rest from a place on.
    private static byte[] joined(byte[] bytes, int to, byte[] between, int rest) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length + between.length);
        joined.write(bytes, 0, to);
        joined.writeBytes(between);
        joined.write(bytes, rest, bytes.length - rest);
        return joined.toByteArray();
    }
}
