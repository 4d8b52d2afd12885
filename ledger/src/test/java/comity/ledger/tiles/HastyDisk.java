package comity.ledger.tiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk that does not wait until what it wrote is durable: for tests that are not about crashes.
class HastyDisk implements Disk {
    @Override
    public void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Disk.ofThisMachine().rename(from, to);
    }

    @Override
    public void settle(Path folder) throws IOException {}

    @Override
    public void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
