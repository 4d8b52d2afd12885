package comity.ledger.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Sha256;
import comity.ledger.Vector;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.tree.MemoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class TileVectorsTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> paths() {
        return Vector.tests("path", vector -> {
            Optional<TileFile> file = TileFile.parse(vector.text("path"));
            if (vector.expect().equals("file")) {
                assertThat(file).contains(file(vector));
                assertThat(file(vector).path()).isEqualTo(vector.text("path"));
            } else {
                assertThat(file).isEmpty();
            }
        });
    }

    private static TileFile file(Vector vector) {
        int width = Math.toIntExact(vector.number("width"));
        return vector.text("shelf").equals("entries")
                ? new TileFile.Entries(vector.number("index"), width)
                : new TileFile.Hashes(Integer.parseInt(vector.text("shelf")), vector.number("index"), width);
    }

    @Test
    void a_path_is_one_line() {
        assertThat(TileFile.parse("tile/0/000\n")).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> bundles() {
        return Vector.tests("bundle", vector -> {
            int width = Math.toIntExact(vector.number("width"));
            if (vector.expect().equals("entries")) {
                List<byte[]> entries = EntryBundle.decode(vector.bytes("bytes"), width);
                assertThat(entries).containsExactlyElementsOf(vector.entries());
                assertThat(EntryBundle.encode(entries)).isEqualTo(vector.bytes("bytes"));
            } else {
                assertThatThrownBy(() -> EntryBundle.decode(vector.bytes("bytes"), width))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        });
    }

    @Test
    void a_bundle_has_no_room_for_an_entry_longer_than_its_length_can_say() {
        assertThat(EntryBundle.decode(EntryBundle.encode(List.of(new byte[65535])), 1))
                .hasSize(1);
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65536])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @TestFactory
    Stream<DynamicTest> published_logs() {
        return Vector.tests("published", vector -> {
            Path log = folder.resolve(vector.name());
            publish(vector.entries(), log);

            assertThat(filesIn(log)).isEqualTo(vector.texts("file"));
        });
    }

    private static void publish(List<byte[]> entries, Path log) {
        LogKey key = LogKey.generate("vectors.example");
        MemoryTree tree = new MemoryTree();
        entries.forEach(tree::append);
        EntrySource source = (from, to) -> entries.subList((int) from, (int) to);
        Checkpoint checkpoint = new Checkpoint(key.origin(), tree.size(), tree.root());
        new TilePublisher(source, tree).publish(new TileFolder(log, new HastyDisk()), 0, key.sign(checkpoint));
    }

    /// Path and digest of each published file but the checkpoint, by path.
    private static List<String> filesIn(Path log) throws IOException {
        try (Stream<Path> files = Files.walk(log.resolve("tile"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> log.relativize(file) + " " + digest(file))
                    .sorted()
                    .toList();
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        }
    }

    private static String digest(Path file) {
        try {
            return Sha256.hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
