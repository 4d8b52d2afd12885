package comity.node.main;

import comity.node.keys.NodeKeys;
import comity.node.settings.NodeSettings;
import comity.node.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// Makes a new node ready: its keys, the card it hands to the registry, its first administrator.
final class Init {
    private Init() {}

    static int run(Path config, String administrator) throws IOException {
        NodeSettings settings = SettingsFile.read(config);
        NodeKeys.makeWhereAbsent(settings, Instant.now());
        return 0;
    }
}
