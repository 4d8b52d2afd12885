package comity.benchmarks.load;

import java.nio.charset.StandardCharsets;

/// What every exchange carries: a JSON document of two kilobytes, the size of a preservation request, different each
/// time.
public final class Payload {
    /// Size of each payload in bytes.
    public static final int BYTES = 2048;

    private static final String HEAD = "{\"kind\":\"preservation\",\"number\":%d,\"text\":\"";
    private static final String WORDS = "Please preserve the connection records of the account named above. ";

    private Payload() {}

    public static byte[] json(long number) {
        String head = HEAD.formatted(number);
        int room = BYTES - head.length() - 2;
        return (head + WORDS.repeat(room / WORDS.length() + 1).substring(0, room) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
