package comity.benchmarks.nodes;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/// The class path that nodes are started with: the product's own folder where it has been built, so that no jar of the
/// rival lies beside a node's.
final class NodeClassPath {
    private static final Path PRODUCT = Path.of("node", "target", "comity", "lib");

    private NodeClassPath() {}

    static String value() {
        return Files.isDirectory(PRODUCT)
                ? PRODUCT.toAbsolutePath() + File.separator + "*"
                : System.getProperty("java.class.path");
    }
}
