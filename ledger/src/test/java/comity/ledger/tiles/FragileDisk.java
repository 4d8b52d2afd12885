package comity.ledger.tiles;

import comity.testkit.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A disk that fails at a chosen step, and that can lose, as a power cut does, whatever had not been made
/// durable.
///
/// Each step has two points at which it can fail: half way, and done but not reported.
public final class FragileDisk extends HastyDisk {
    private final Map<Path, Optional<byte[]>> before = new LinkedHashMap<>();
    private int pointsLeft;

    /// @param pointsLeft how many points are passed before it fails; it stays broken
    public FragileDisk(int pointsLeft) {
        this.pointsLeft = pointsLeft;
    }

    /// Whether it has failed.
    public boolean broke() {
        return pointsLeft < 0;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        super.write(file, Arrays.copyOf(content, content.length / 2));
        pass();
        super.write(file, content);
        pass();
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        pass();
        before.putIfAbsent(to, contentOf(to));
        super.rename(from, to);
        pass();
    }

    @Override
    public void settle(Path folder) throws IOException {
        pass();
        before.keySet().removeIf(file -> folder.equals(file.getParent()));
        pass();
    }

    @Override
    public void remove(Path file) throws IOException {
        pass();
        super.remove(file);
        pass();
    }

    /// Forgets some of the new names that were never settled.
    public void cutPower(Chance chance) throws IOException {
        for (Map.Entry<Path, Optional<byte[]>> name : before.entrySet()) {
            if (chance.onceIn(2)) {
                continue;
            }
            if (name.getValue().isPresent()) {
                Files.write(name.getKey(), name.getValue().get());
            } else {
                Files.deleteIfExists(name.getKey());
            }
        }
    }

    private void pass() throws IOException {
        if (pointsLeft >= 0) {
            pointsLeft--;
        }
        if (broke()) {
            throw new IOException("The disk broke");
        }
    }

    private static Optional<byte[]> contentOf(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
