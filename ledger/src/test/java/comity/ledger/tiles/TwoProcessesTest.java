package comity.ledger.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import comity.testkit.Chance;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several real processes that publish one log into one folder at the same time.
class TwoProcessesTest {
    private static final int ROUNDS = 60;
    private static final LogKey LOG = LogKey.ofSeed("node.xa.example/ledger", new byte[32]);

    @TempDir
    private Path folder;

    /// What each process does: look under the lock where the log ends, and publish a little more.
    public static void main(String[] arguments) {
        Chance chance = Chance.ofSeed(Long.parseLong(arguments[1]));
        MemoryTree tree = new MemoryTree();
        for (int i = 0; i < ROUNDS; i++) {
            TileFolder tiles = new TileFolder(Path.of(arguments[0]), new HastyDisk());
            tiles.alone(() -> publishMore(tiles, tree, chance.number(1, 40)));
        }
    }

    private static void publishMore(TileFolder tiles, MemoryTree tree, int more) {
        long shown = tiles.checkpoint()
                .map(note ->
                        SignedCheckpoint.open(note, LOG.verifier()).checkpoint().size())
                .orElse(0L);
        long next = shown + more;
        while (tree.size() < next) {
            tree.append(entry(tree.size()));
        }
        EntrySource entries = (from, to) ->
                LongStream.range(from, to).mapToObj(i -> entry(i).bytes()).toList();
        new TilePublisher(entries, tree)
                .publish(tiles, shown, LOG.sign(new Checkpoint(LOG.origin(), next, new Proofs(tree).root(next))));
    }

    private static Hash entry(long index) {
        return Hash.ofContent(Utf8.bytes("entry " + index));
    }

    private Process start(int number) throws Exception {
        Set<String> path = new LinkedHashSet<>();
        for (String name : List.of("surefire.test.class.path", "java.class.path", "jdk.module.path")) {
            path.addAll(List.of(System.getProperty(name, "").split(File.pathSeparator)));
        }
        for (Class<?> type : List.of(TwoProcessesTest.class, TileFolder.class, Utf8.class, Chance.class)) {
            path.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        path.add(Path.of(System.getProperty("comity.root"), "ledger/target/test-classes")
                .toString());
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(File.pathSeparator, path),
                        TwoProcessesTest.class.getName(),
                        folder.toString(),
                        Integer.toString(number))
                .redirectErrorStream(true)
                .start();
    }

    @Nested
    class Three_processes {
        @Test
        void take_turns_and_leave_one_sound_log() throws Exception {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                processes.add(start(i));
            }

            for (Process process : processes) {
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor()).as(said).isZero();
            }

            assertThat(TileAudit.of(new TileFolder(folder), LOG.verifier()))
                    .isInstanceOfSatisfying(
                            TileAudit.Sound.class,
                            sound -> assertThat(sound.checkpoint().checkpoint().size())
                                    // Had one published over another, fewer would have been counted.
                                    .isEqualTo(Stream.of(0, 1, 2)
                                            .mapToLong(TwoProcessesTest::published)
                                            .sum()));
        }
    }

    private static long published(int number) {
        Chance chance = Chance.ofSeed(number);
        return LongStream.range(0, ROUNDS).map(_ -> chance.number(1, 40)).sum();
    }
}
