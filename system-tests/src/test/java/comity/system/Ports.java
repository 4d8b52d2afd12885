package comity.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// Ports for the nodes of one test.
///
/// Several processes run tests at once on one machine, and a node takes its ports only seconds after they were looked
/// for. So a block of ports is claimed with a lock that ends with the process: what one process was given no other one
/// is given, although nothing listens there yet. The blocks lie below the ports that Linux gives to outgoing
/// connections.
final class Ports {
    private static final int LOWEST = 20_000;
    private static final int BLOCKS = 300;
    private static final int BLOCK = 40;

    private static final Path CLAIMS =
            Path.of(System.getProperty("java.io.tmpdir"), "comity-ports-" + System.getProperty("user.name"));

    /// What this process has claimed, and the files whose locks say so. They stay open: a lock ends with its file, and
    /// on Linux with the closing of any other look at the same file, so that no file is opened twice.
    private static final Map<Integer, FileChannel> CLAIMED = new HashMap<>();

    private Ports() {}

    /// The first of forty ports in a row on which nothing listens, and which are nobody else's until this process
    /// ends.
    static synchronized int claim() {
        for (int attempt = 0; attempt < BLOCKS; attempt++) {
            int base = LOWEST + ThreadLocalRandom.current().nextInt(BLOCKS) * BLOCK;
            if (!CLAIMED.containsKey(base) && claims(base) && allFree(base)) {
                return base;
            }
        }
        throw new IllegalStateException("No forty free ports in a row");
    }

    /// Whether nobody else had it; then it is ours.
    private static boolean claims(int base) {
        try {
            Files.createDirectories(CLAIMS);
            FileChannel claim = FileChannel.open(
                    CLAIMS.resolve(String.valueOf(base)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (claim.tryLock() == null) {
                claim.close();
                return false;
            }
            CLAIMED.put(base, claim);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean allFree(int base) {
        for (int port = base; port < base + BLOCK; port++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (!free.isBound()) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
