package comity.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Request documents to send.
final class Examples {
    private Examples() {}

    /// The hospital's storage account, complete for Belmora.
    static String ward9() {
        try (InputStream file = Examples.class.getResourceAsStream("ward9.json")) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@YESTERDAY", today.minusDays(1).toString())
                    .replace("@NEXT-MONTH", today.plusDays(30).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
