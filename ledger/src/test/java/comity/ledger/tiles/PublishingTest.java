package comity.ledger.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tiles.TileAudit.Empty;
import comity.ledger.tiles.TileAudit.Flaw;
import comity.ledger.tiles.TileAudit.Sound;
import comity.ledger.tiles.TileAudit.Unsound;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import comity.ledger.tree.SparseHashes;
import comity.testkit.Chance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {
    private final LogKey key = LogKey.generate("node.xa.example/ledger");
    private final MemoryTree tree = new MemoryTree();

    @TempDir
    private Path temporary;

    private static Hash entry(long index) {
        return Hash.ofContent(Utf8.bytes("entry " + index));
    }

    private SignedCheckpoint checkpoint(long size) {
        while (tree.size() < size) {
            tree.append(entry(tree.size()));
        }
        return key.sign(new Checkpoint(key.origin(), size, new Proofs(tree).root(size)));
    }

    private void publish(Path folder, Disk disk, long size) {
        SignedCheckpoint next = checkpoint(size);
        EntrySource entries = (from, to) ->
                LongStream.range(from, to).mapToObj(i -> entry(i).bytes()).toList();
        TileFolder tiles = new TileFolder(folder, disk);
        tiles.alone(() -> new TilePublisher(entries, tree).publish(tiles, shown(tiles), next));
    }

    private long shown(TileFolder tiles) {
        return tiles.checkpoint()
                .map(note ->
                        SignedCheckpoint.open(note, key.verifier()).checkpoint().size())
                .orElse(0L);
    }

    private Path folderAt(String name, long size) {
        Path folder = temporary.resolve(name);
        if (size > 0) {
            publish(folder, new HastyDisk(), size);
        }
        return folder;
    }

    private TileAudit.Verdict audit(Path folder) {
        return TileAudit.of(new TileFolder(folder), key.verifier());
    }

    private void assertSound(Path folder, long size) {
        assertThat(audit(folder)).isEqualTo(new Sound(checkpoint(size)));
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class A_folder {
        @Test
        void grows_by_any_steps_to_the_same_files() {
            Path atOnce = folderAt("at-once", 700);
            Path slowly = temporary.resolve("slowly");
            Chance.times(3, chance -> {
                for (long size = 1; size < 700; size += chance.number(1, 90)) {
                    if (size > shown(new TileFolder(slowly))) {
                        publish(slowly, new HastyDisk(), size);
                        assertSound(slowly, size);
                    }
                }
            });
            publish(slowly, new HastyDisk(), 700);

            for (Path file : filesIn(atOnce)) {
                assertThat(slowly.resolve(atOnce.relativize(file))).hasSameBinaryContentAs(file);
            }
        }

        @Test
        void loses_the_partial_files_that_full_ones_have_made_needless() {
            Path folder = folderAt("log", 200);
            assertThat(folder.resolve("tile/0/000.p/200")).exists();

            publish(folder, new HastyDisk(), 300);

            assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
            assertThat(folder.resolve("tile/entries/000.p")).doesNotExist();
            assertThat(folder.resolve("tile/0/001.p/44")).exists();
            assertThat(folder.resolve("tile/1/000.p/1")).exists();
        }

        @Test
        void is_settled_on_a_real_disk_too() {
            Path folder = temporary.resolve("real");
            publish(folder, Disk.ofThisMachine(), 40);
            publish(folder, Disk.ofThisMachine(), 300);

            assertSound(folder, 300);
        }

        @Test
        void never_changes_a_file_that_was_published() throws IOException {
            Path folder = folderAt("log", 10);
            Path tile = folder.resolve("tile/0/000.p/10");
            byte[] other = Files.readAllBytes(tile);
            other[7]++;
            Files.write(tile, other);
            Files.delete(folder.resolve("checkpoint"));

            assertThatThrownBy(() -> publish(folder, new HastyDisk(), 10)).isInstanceOf(TileConflict.class);

            assertThat(tile).hasBinaryContent(other);
            assertThat(folder.resolve("checkpoint")).doesNotExist();
        }

        @Test
        void proves_what_the_tree_proves() {
            Path folder = folderAt("log", 700);
            for (long size : List.of(1L, 255L, 256L, 257L, 699L, 700L)) {
                Proofs fromTiles =
                        new Proofs(new SparseHashes(TileHashes.STEP, new TileHashes(new TileFolder(folder), 700)));
                Proofs fromTree = new Proofs(tree);

                assertThat(fromTiles.inclusion(size / 2, size)).isEqualTo(fromTree.inclusion(size / 2, size));
                assertThat(fromTiles.consistency(size / 3, size)).isEqualTo(fromTree.consistency(size / 3, size));
            }
        }

        @Test
        void still_proves_to_whoever_holds_an_older_checkpoint() {
            Path folder = folderAt("log", 200);
            publish(folder, new HastyDisk(), 300);

            Proofs older = new Proofs(new SparseHashes(TileHashes.STEP, new TileHashes(new TileFolder(folder), 200)));

            assertThat(older.inclusion(99, 200)).isEqualTo(new Proofs(tree).inclusion(99, 200));
        }
    }

    @Nested
    class A_crash {
        @Test
        void at_any_point_leaves_a_sound_folder_that_the_next_run_completes() throws IOException {
            for (long[] sizes : new long[][] {{0, 3}, {250, 251}, {250, 256}, {250, 300}, {256, 600}}) {
                int point = 0;
                boolean broke = true;
                while (broke) {
                    broke = crashAt(point++, sizes[0], sizes[1]);
                }
                assertThat(point).isGreaterThan(10);
            }
        }

        private boolean crashAt(int point, long from, long to) throws IOException {
            String name = "%d-%d-%d".formatted(from, to, point);
            Path folder = folderAt(name, from);
            FragileDisk disk = new FragileDisk(point);
            try {
                publish(folder, disk, to);
            } catch (UncheckedIOException e) {
                assertThat(e).hasRootCauseMessage("The disk broke");
            }
            disk.cutPower(Chance.ofSeed(point));

            switch (audit(folder)) {
                case Empty() -> assertThat(from).as(name).isZero();
                case Sound(SignedCheckpoint shown) ->
                    assertThat(shown).as(name).isIn(checkpoint(Math.max(from, 1)), checkpoint(to));
                case Unsound(List<Flaw> flaws) -> throw new AssertionError(name + ": " + flaws);
            }
            publish(folder, new HastyDisk(), to);
            assertSound(folder, to);
            return disk.broke();
        }
    }

    @Nested
    class An_audit {
        @Test
        void of_nothing_finds_nothing() {
            assertThat(audit(temporary.resolve("nowhere"))).isEqualTo(new Empty());
        }

        @Test
        void finds_every_byte_that_was_changed() throws IOException {
            Path folder = folderAt("log", 600);
            Chance chance = Chance.ofSeed(11);
            for (Path file : filesIn(folder)) {
                byte[] right = Files.readAllBytes(file);
                byte[] wrong = right.clone();
                wrong[chance.number(0, wrong.length - 1)] ^= 1;
                Files.write(file, wrong);

                assertThat(audit(folder)).as(file.toString()).isInstanceOf(Unsound.class);
                Files.write(file, right);
            }
            assertSound(folder, 600);
        }

        @Test
        void names_each_file_that_is_missing_or_torn() throws IOException {
            Path folder = folderAt("log", 600);
            for (Path file : filesIn(folder)) {
                String path = folder.relativize(file).toString();
                byte[] right = Files.readAllBytes(file);

                Files.write(file, java.util.Arrays.copyOf(right, right.length - 1));
                assertThat(flawed(folder)).contains(path);
                Files.delete(file);
                assertThat(path.equals("checkpoint") ? Optional.of(path) : flawed(folder))
                        .contains(path);
                Files.write(file, right);
            }
        }

        private Optional<String> flawed(Path folder) {
            return audit(folder) instanceof Unsound(List<Flaw> flaws)
                    ? Optional.of(flaws.getFirst().path())
                    : Optional.empty();
        }

        @Test
        void does_not_accept_the_log_of_another_key() {
            Path folder = folderAt("log", 5);
            LogKey stranger = LogKey.generate(key.origin());

            assertThat(TileAudit.of(new TileFolder(folder), stranger.verifier()))
                    .isEqualTo(new Unsound(List.of(new Flaw("checkpoint", "note-not-signed"))));
        }

        @Test
        void does_not_accept_a_signed_root_of_other_entries() throws IOException {
            Path folder = folderAt("log", 5);
            SignedCheckpoint other = key.sign(new Checkpoint(key.origin(), 5, entry(99)));
            Files.writeString(folder.resolve("checkpoint"), other.text());

            assertThat(audit(folder)).isEqualTo(new Unsound(List.of(new Flaw("checkpoint", "other-root"))));
        }
    }
}
