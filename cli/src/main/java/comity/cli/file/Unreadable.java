package comity.cli.file;

import org.jspecify.annotations.Nullable;

/// A request file could not be read.
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final int line;

    Unreadable(String key, int line, @Nullable Throwable cause) {
        super(key, cause);
        this.key = key;
        this.line = line;
    }

    /// The key of the text that says why.
    public String key() {
        return key;
    }

    /// The line, from 1; 0 when it has none.
    public int line() {
        return line;
    }
}
