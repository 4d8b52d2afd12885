package comity.node.demo;

import java.nio.file.Path;
import java.util.Optional;

/// How the demo is asked for.
///
/// @param data where it keeps everything
/// @param programs where the programs of PostgreSQL are unpacked, once for all nodes
/// @param portBase the first of the forty ports it uses
/// @param readyFile written when every node answers
/// @param reset whether to drop what earlier runs kept
/// @param seed whether to fill a new federation with older requests
public record DemoOptions(
        Path data, Path programs, int portBase, Optional<Path> readyFile, boolean reset, boolean seed) {
    static final int PORTS_PER_NODE = 10;
    /// The last of the forty.
    private static final int TIME_PORT = 39;

    /// Where the time-stamp authority of the exercise answers.
    int timePort() {
        return portBase + TIME_PORT;
    }

    public DemoOptions {
        if (portBase < 1024 || portBase > 65_500) {
            throw new IllegalArgumentException("--port-base is a number from 1024 to 65500, not " + portBase);
        }
    }
}
