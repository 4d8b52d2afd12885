package comity.evidence.age;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Bech32 (BIP 173) as age uses it: without a limit on the length, because a post-quantum recipient has nearly
/// two thousand characters. The library that we use for the rest stops at ninety.
final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECK_LENGTH = 6;
    private static final int LONGEST = 4096;

    private Bech32() {}

    /// Writes bytes with their prefix in small letters.
    static String encode(String prefix, byte[] data) {
        byte[] words = regroup(data, 8, 5, true).orElseThrow();
        StringBuilder text = new StringBuilder(prefix).append('1');
        for (byte word : words) {
            text.append(ALPHABET.charAt(word));
        }
        int check = polymod(prefix, words, CHECK_LENGTH) ^ 1;
        for (int i = 0; i < CHECK_LENGTH; i++) {
            text.append(ALPHABET.charAt((check >> (5 * (CHECK_LENGTH - 1 - i))) & 31));
        }
        return text.toString();
    }

    /// The bytes of a text that has this prefix and is written wholly in small or wholly in capital letters.
    ///
    /// @return empty when the text is anything else
    static Optional<byte[]> decode(String prefix, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        boolean oneCase = text.equals(small) || text.equals(text.toUpperCase(Locale.ROOT));
        int begin = prefix.length() + 1;
        if (!oneCase
                || text.length() > LONGEST
                || text.length() < begin + CHECK_LENGTH
                || !small.startsWith(prefix + "1")) {
            return Optional.empty();
        }
        byte[] words = new byte[small.length() - begin];
        for (int i = 0; i < words.length; i++) {
            int word = ALPHABET.indexOf(small.charAt(begin + i));
            if (word < 0) {
                return Optional.empty();
            }
            words[i] = (byte) word;
        }
        if (polymod(prefix, words, 0) != 1) {
            return Optional.empty();
        }
        return regroup(Arrays.copyOf(words, words.length - CHECK_LENGTH), 5, 8, false);
    }

    private static int polymod(String prefix, byte[] words, int zeros) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        for (byte word : words) {
            sum = step(sum, word);
        }
        for (int i = 0; i < zeros; i++) {
            sum = step(sum, 0);
        }
        return sum;
    }

    private static int step(int sum, int word) {
        int top = sum >>> 25;
        int next = ((sum & 0x1ffffff) << 5) ^ word;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= ((top >> i) & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }

    private static Optional<byte[]> regroup(byte[] data, int from, int to, boolean pad) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (byte value : data) {
            held = ((held << from) | (value & ((1 << from) - 1))) & 0xfff;
            bits += from;
            while (bits >= to) {
                bits -= to;
                out.write((held >> bits) & ((1 << to) - 1));
            }
        }
        int loose = (held << (to - bits)) & ((1 << to) - 1);
        if (pad && bits > 0) {
            out.write(loose);
        } else if (!pad && (bits >= from || loose != 0)) {
            return Optional.empty();
        }
        return Optional.of(out.toByteArray());
    }
}
