package comity.web.people;

import comity.kernel.Sha256;
import comity.kernel.Utf8;
import java.security.SecureRandom;
import java.util.Base64;

/// Random words that open something. Only their digest is kept: whoever reads the database can open nothing with it.
final class Secret {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    static String fresh() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] key(String secret) {
        return Sha256.digest(Utf8.bytes(secret));
    }
}
