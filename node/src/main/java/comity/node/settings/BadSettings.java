package comity.node.settings;

import java.nio.file.Path;
import java.util.List;

/// A settings file that a node cannot start with; the message names every fault.
public final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadSettings(Path file, List<String> faults) {
        super("The settings in " + file + " cannot be used:\n  - " + String.join("\n  - ", faults));
    }
}
