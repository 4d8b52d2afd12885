package comity.requests.identifiers;

import comity.kernel.Sha256;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/// Base58Check: letters without look-alikes, and four bytes of a double SHA-256 at the end.
final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int CHECKSUM = 4;

    private Base58() {}

    static boolean isWritten(String text) {
        return !text.isEmpty() && text.chars().allMatch(sign -> ALPHABET.indexOf(sign) >= 0);
    }

    /// What the text carries, without the checksum; empty when the checksum does not hold.
    static Optional<byte[]> checked(String text) {
        if (!isWritten(text)) {
            return Optional.empty();
        }
        byte[] bytes = decode(text);
        if (bytes.length <= CHECKSUM) {
            return Optional.empty();
        }
        byte[] carried = Arrays.copyOf(bytes, bytes.length - CHECKSUM);
        byte[] check = Arrays.copyOf(Sha256.digest(Sha256.digest(carried)), CHECKSUM);
        byte[] given = Arrays.copyOfRange(bytes, bytes.length - CHECKSUM, bytes.length);
        return Arrays.equals(check, given) ? Optional.of(carried) : Optional.empty();
    }

    private static byte[] decode(String text) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            value = value.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(ALPHABET.indexOf(text.charAt(i))));
        }
        byte[] magnitude = value.signum() == 0 ? new byte[0] : value.toByteArray();
        int sign = magnitude.length > 0 && magnitude[0] == 0 ? 1 : 0;
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '1') {
            zeros++;
        }
        byte[] bytes = new byte[zeros + magnitude.length - sign];
        System.arraycopy(magnitude, sign, bytes, zeros, magnitude.length - sign);
        return bytes;
    }
}
