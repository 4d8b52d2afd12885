package comity.web.exhibit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Digests that were computed before the files came: one line for each, as `sha256sum` prints it, or a lone
/// one for a lone file.
final class Digests {
    /// `sha256sum` puts a star before a name that it read as binary.
    private static final Pattern LINE = Pattern.compile("\\\\?([0-9A-Fa-f]{64})(?:\\s+\\*?(\\S.*))?");

    private final Map<String, String> byName = new HashMap<>();
    private String lone = "";
    private boolean readable = true;

    private Digests() {}

    static Digests read(String typed) {
        Digests digests = new Digests();
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(digests::add);
        return digests;
    }

    private void add(String line) {
        Matcher read = LINE.matcher(line);
        if (!read.matches()) {
            readable = false;
            return;
        }
        String digest = read.group(1).toLowerCase(Locale.ROOT);
        String name = read.group(2);
        if (name == null) {
            // Two digests without names cannot be told apart.
            readable &= lone.isEmpty();
            lone = digest;
        } else {
            byName.put(name.substring(name.lastIndexOf('/') + 1), digest);
        }
    }

    /// Whether every line was understood. A digest that was not must not be passed over: somebody wanted
    /// it compared.
    boolean areReadable() {
        return readable && (lone.isEmpty() || byName.isEmpty());
    }

    /// What was said of a file. A lone digest is said of every file that comes, and so fits one.
    Optional<String> of(String name) {
        return lone.isEmpty() ? Optional.ofNullable(byName.get(name)) : Optional.of(lone);
    }
}
