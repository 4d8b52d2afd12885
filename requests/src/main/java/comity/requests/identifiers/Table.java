package comity.requests.identifiers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A small table of facts beside the classes: one entry a line, key and value, `#` for remarks.
final class Table {
    private Table() {}

    static Map<String, String> read(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        try (@Nullable InputStream bytes = Table.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException(name + " does not exist");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (String line : lines.lines().map(String::strip).toList()) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    String[] parts = line.split("\\s+", 2);
                    if (parts.length != 2 || entries.put(parts[0], parts[1]) != null) {
                        throw new IllegalStateException(name + ": cannot use the line \"" + line + "\"");
                    }
                }
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
