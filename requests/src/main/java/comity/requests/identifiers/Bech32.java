package comity.requests.identifiers;

import java.util.Optional;

/// Bech32 and Bech32m addresses of Bitcoin's kind (BIP 173 and BIP 350).
final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32 = 1;
    private static final int BECH32M = 0x2bc830a3;
    private static final int CHECKSUM = 6;

    private Bech32() {}

    /// The part before the last `1`, in lower case; empty when the text is not written so.
    static Optional<String> prefix(String text) {
        boolean oneCase = text.equals(Cleaning.lower(text)) || text.equals(Cleaning.upper(text));
        String lower = Cleaning.lower(text);
        int separator = lower.lastIndexOf('1');
        boolean written = oneCase
                && separator > 0
                && lower.length() - separator > CHECKSUM
                && lower.length() <= 90
                && lower.substring(separator + 1).chars().allMatch(sign -> ALPHABET.indexOf(sign) >= 0);
        return written ? Optional.of(lower.substring(0, separator)) : Optional.empty();
    }

    /// Whether the text is a whole address: the checksum its version asks for, and a length its version allows.
    static boolean isAddress(String text) {
        Optional<String> prefix = prefix(text);
        if (prefix.isEmpty()) {
            return false;
        }
        int[] data = Cleaning.lower(text)
                .substring(prefix.get().length() + 1)
                .chars()
                .map(ALPHABET::indexOf)
                .toArray();
        int version = data[0];
        int check = checksum(prefix.get(), data);
        if (data.length <= CHECKSUM || version > 16 || check != (version == 0 ? BECH32 : BECH32M)) {
            return false;
        }
        int symbols = data.length - CHECKSUM - 1;
        int bytes = symbols * 5 / 8;
        boolean padded = symbols * 5 % 8 < 5 && paddingIsZero(data, symbols * 5 % 8);
        return padded && (version == 0 ? bytes == 20 || bytes == 32 : bytes >= 2 && bytes <= 40);
    }

    private static boolean paddingIsZero(int[] data, int bits) {
        return (data[data.length - CHECKSUM - 1] & (1 << bits) - 1) == 0;
    }

    private static int checksum(String prefix, int[] data) {
        int check = 1;
        for (int i = 0; i < prefix.length(); i++) {
            check = step(check, prefix.charAt(i) >> 5);
        }
        check = step(check, 0);
        for (int i = 0; i < prefix.length(); i++) {
            check = step(check, prefix.charAt(i) & 31);
        }
        for (int value : data) {
            check = step(check, value);
        }
        return check;
    }

    private static int step(int check, int value) {
        int top = check >>> 25;
        int next = (check & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            if ((top >> i & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }
}
