package comity.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.cosigning.Fork;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.note.NoteFault;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tiles.EntrySource;
import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.TilePublisher;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogWatchTest {
    private static final LogKey LOG = LogKey.generate("node.xa.example/ledger");

    @TempDir
    private Path temporary;

    /// A history: from a leaf on its entries are others.
    private final class History {
        private final String name;
        private final long turn;
        private final MemoryTree tree = new MemoryTree();

        History(String name, long turn) {
            this.name = name;
            this.turn = turn;
        }

        private Hash entry(long index) {
            return Hash.ofContent(Utf8.bytes((index < turn ? "entry " : name + " ") + index));
        }

        SignedCheckpoint at(long size) {
            while (tree.size() < size) {
                tree.append(entry(tree.size()));
            }
            return LOG.sign(new Checkpoint(LOG.origin(), size, new Proofs(tree).root(size)));
        }

        TileFolder published(String folder, long shown, long size) {
            SignedCheckpoint next = at(size);
            EntrySource entries = (from, to) ->
                    LongStream.range(from, to).mapToObj(i -> entry(i).bytes()).toList();
            TileFolder tiles = new TileFolder(temporary.resolve(folder));
            tiles.alone(() -> new TilePublisher(entries, tree).publish(tiles, shown, next));
            return tiles;
        }
    }

    private final History first = new History("first", Long.MAX_VALUE);
    private final History second = new History("second", 100);

    private static LogWatch.Step look(TileFolder log, Optional<SignedCheckpoint> before) {
        return new LogWatch(log, List.of(LOG.verifier())).look(before);
    }

    @Nested
    class A_log_that_only_grows {
        @Test
        void is_followed_from_its_files() {
            assertThat(look(new TileFolder(temporary.resolve("log")), Optional.empty()))
                    .isEqualTo(new LogWatch.Nothing());
            long before = 0;
            Optional<SignedCheckpoint> last = Optional.empty();
            for (long size : List.of(0L, 1L, 8L, 255L, 256L, 700L)) {
                TileFolder log = first.published("log", before, size);
                assertThat(look(log, last))
                        .isEqualTo(
                                last.isEmpty()
                                        ? new LogWatch.Begun(first.at(size))
                                        : new LogWatch.Grew(last.get(), first.at(size)));
                assertThat(look(log, Optional.of(first.at(size)))).isEqualTo(new LogWatch.Same(first.at(size)));
                before = size;
                last = Optional.of(first.at(size));
            }
        }
    }

    @Nested
    class A_log_with_two_histories {
        @Test
        void is_caught_with_evidence_at_every_size() {
            TileFolder log = second.published("second", 0, 700);
            for (long size : List.of(101L, 127L, 128L, 256L, 512L, 699L, 700L)) {
                assertThat(look(log, Optional.of(first.at(size))))
                        .as("%d", size)
                        .isInstanceOfSatisfying(LogWatch.Forked.class, forked -> {
                            assertThat(forked.fork().older()).isEqualTo(first.at(size));
                            assertThat(forked.fork().newer()).isEqualTo(second.at(700));
                            assertThat(Fork.parse(Utf8.bytes(forked.fork().text()), _ -> List.of(LOG.verifier())))
                                    .contains(forked.fork());
                        });
            }
        }

        @Test
        void is_not_caught_before_they_part() {
            TileFolder log = second.published("second", 0, 700);

            assertThat(look(log, Optional.of(first.at(100))))
                    .isEqualTo(new LogWatch.Grew(first.at(100), second.at(700)));
        }
    }

    @Nested
    class A_log_that_cannot_be_followed {
        @Test
        void because_it_went_back_is_told_apart() {
            TileFolder log = first.published("log", 0, 300);

            assertThat(look(log, Optional.of(first.at(301))))
                    .isEqualTo(new LogWatch.WentBack(first.at(301), first.at(300)));
        }

        @Test
        void because_its_files_are_spoiled_is_told_apart() throws IOException {
            TileFolder log = first.published("log", 0, 300);
            Path tile = temporary.resolve("log/tile/0/000");
            byte[] right = Files.readAllBytes(tile);
            byte[] wrong = right.clone();
            wrong[0] ^= 1;
            Files.write(tile, wrong);
            assertThat(look(log, Optional.of(first.at(200)))).isInstanceOf(LogWatch.FilesWrong.class);
            Files.write(tile, new byte[5]);
            assertThat(look(log, Optional.of(first.at(200)))).isInstanceOf(LogWatch.FilesWrong.class);
            Files.delete(tile);
            assertThat(look(log, Optional.of(first.at(200)))).isInstanceOf(LogWatch.FilesWrong.class);
        }

        @Test
        void because_it_is_another_key_s_is_told_apart() {
            TileFolder log = first.published("log", 0, 300);

            assertThat(new LogWatch(log, List.of(LogKey.generate(LOG.origin()).verifier())).look(Optional.empty()))
                    .isEqualTo(new LogWatch.NotGenuine(NoteFault.NOT_SIGNED));
        }
    }

    @Nested
    class Two_views {
        private LogComparison.Result compare(TileFolder one, TileFolder other) {
            return LogComparison.of(one, other, List.of(LOG.verifier()));
        }

        @Test
        void of_one_history_agree_whichever_is_longer() {
            TileFolder old = first.published("old", 0, 200);
            TileFolder current = first.published("new", 0, 300);

            assertThat(compare(old, old)).isEqualTo(new LogComparison.SameTree(first.at(200)));
            assertThat(compare(old, current))
                    .isEqualTo(new LogComparison.OneContinues(first.at(200), first.at(300), true));
            assertThat(compare(current, old))
                    .isEqualTo(new LogComparison.OneContinues(first.at(200), first.at(300), false));
        }

        @Test
        void of_two_histories_leave_evidence() {
            TileFolder old = first.published("old", 0, 200);
            TileFolder other = second.published("other", 0, 300);

            assertThat(compare(old, other)).isInstanceOf(LogComparison.TwoHistories.class);
            assertThat(compare(other, old)).isInstanceOf(LogComparison.TwoHistories.class);
        }

        @Test
        void of_which_one_shows_nothing_are_not_compared() {
            TileFolder old = first.published("old", 0, 200);
            TileFolder nothing = new TileFolder(temporary.resolve("nothing"));

            assertThat(compare(old, nothing)).isEqualTo(new LogComparison.NotGenuine(false, Optional.empty()));
            assertThat(compare(nothing, old)).isEqualTo(new LogComparison.NotGenuine(true, Optional.empty()));
        }
    }
}
