package comity.kernel;

import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A short digest that people can read to each other over a telephone: the first 80 bits of a SHA-256, in Crockford's
/// base 32, as four groups of four (`E1WD-21WX-XS3Q-V4SM`).
public record Fingerprint(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /// Words for the letters of the alphabet, in their order, as aviators and radio operators of every language say
    /// them (Radio Regulations of the International Telecommunication Union, appendix 14).
    private static final List<String> WORDS = List.of(
            "Alfa",
            "Bravo",
            "Charlie",
            "Delta",
            "Echo",
            "Foxtrot",
            "Golf",
            "Hotel",
            "Juliett",
            "Kilo",
            "Mike",
            "November",
            "Papa",
            "Quebec",
            "Romeo",
            "Sierra",
            "Tango",
            "Victor",
            "Whiskey",
            "X-ray",
            "Yankee",
            "Zulu");

    private static final int DIGITS = 10;
    private static final Pattern FORM = Pattern.compile("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");

    public Fingerprint {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("A fingerprint is four groups of four letters or digits");
        }
    }

    /// The fingerprint of some bytes.
    public static Fingerprint of(byte[] bytes) {
        return ofDigest(Sha256.digest(bytes));
    }

    /// The fingerprint of a SHA-256 digest (32 bytes).
    public static Fingerprint ofDigest(byte[] sha256) {
        StringBuilder text = new StringBuilder(19);
        for (int symbol = 0; symbol < 16; symbol++) {
            if (symbol > 0 && symbol % 4 == 0) {
                text.append('-');
            }
            int value = 0;
            for (int bit = symbol * 5; bit < symbol * 5 + 5; bit++) {
                value = value << 1 | (sha256[bit / 8] >> (7 - bit % 8) & 1);
            }
            text.append(ALPHABET.charAt(value));
        }
        return new Fingerprint(text.toString());
    }

    /// Reads what a person typed: case, spaces and hyphens do not matter, and O, I and L are read as 0, 1 and 1.
    ///
    /// @throws IllegalArgumentException when it is not sixteen symbols
    public static Fingerprint parse(String typed) {
        String bare = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (bare.length() != 16) {
            throw new IllegalArgumentException("A fingerprint has sixteen letters or digits");
        }
        return new Fingerprint(String.join(
                "-", bare.substring(0, 4), bare.substring(4, 8), bare.substring(8, 12), bare.substring(12)));
    }

    /// The same to be said on a bad line: a word for each letter, the digits as they are, and a comma after each
    /// group (`Echo 1 Whiskey Delta, 2 1 Whiskey X-ray, …`).
    public String spelled() {
        return Stream.of(text.split("-"))
                .map(group -> group.chars().mapToObj(Fingerprint::said).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    private static String said(int symbol) {
        int value = ALPHABET.indexOf(symbol);
        return value < DIGITS ? String.valueOf(value) : WORDS.get(value - DIGITS);
    }

    /// Equal without telling by its duration where two fingerprints differ.
    public boolean matches(Fingerprint other) {
        return MessageDigest.isEqual(Utf8.bytes(text), Utf8.bytes(other.text));
    }

    @Override
    public String toString() {
        return text;
    }
}
