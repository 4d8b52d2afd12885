package comity.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.benchmarks.Section.CannotRun;
import comity.ledger.Hash;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlogRivalTest {
    @TempDir
    static Path built;

    static TlogRival rival;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() throws Exception {
        rival = TlogRival.build(built);
    }

    @Nested
    class Building {
        @Test
        void says_that_the_library_is_missing() {
            assertThatThrownBy(() -> TlogRival.build(folder, "go", folder))
                    .isInstanceOfSatisfying(
                            CannotRun.class,
                            e -> assertThat(e.why()).contains("golang-golang-x-mod-dev", "the library is not there"));
        }

        @Test
        void says_that_go_is_missing() throws Exception {
            Files.createDirectories(folder.resolve("src/golang.org/x/mod/sumdb/tlog"));
            assertThatThrownBy(
                            () -> TlogRival.build(folder, folder.resolve("go").toString(), folder))
                    .isInstanceOfSatisfying(
                            CannotRun.class, e -> assertThat(e.why()).contains("there is no go"));
        }
    }

    @Nested
    class Its_work {
        @Test
        void grows_the_tree_that_we_grow() throws Exception {
            Hash root = TreeGrowth.grown(new PackedTree(1_000), 1_000);
            assertThat(rival.appends(1_000, 2, root)).isPositive();
            assertThatThrownBy(() -> rival.appends(1_001, 2, root)).hasMessageContaining("another tree");
        }

        @Test
        void makes_and_checks_proofs() throws Exception {
            TlogRival.Answer micros = rival.proofMicros(1_000, 1, 1);
            assertThat(micros.values())
                    .containsOnlyKeys(
                            "proveInclusion", "checkInclusion", "proveConsistency", "checkConsistency", "built");
            assertThat(micros.median("checkInclusion")).isPositive();
        }

        @Test
        void verifies_the_log_that_we_publish_and_finds_a_tile_that_was_changed() throws Exception {
            WholeLog log = WholeLog.published(folder, 1_000);
            assertThat(rival.auditSeconds(folder, log.verifierKey(), 1)).isPositive();
            Path tile = folder.resolve("tile/0/000");
            byte[] hashes = Files.readAllBytes(tile);
            hashes[40] ^= 1;
            Files.write(tile, hashes);
            assertThatThrownBy(() -> rival.auditSeconds(folder, log.verifierKey(), 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another tile");
        }
    }

    @Nested
    class Its_answer {
        @Test
        void is_the_median_of_its_rounds() {
            assertThat(TlogRival.Answer.of("audit 3\naudit 1\naudit 2\nbuilt go1.x\n")
                            .median("audit"))
                    .isEqualTo(2);
        }

        @Test
        void must_be_about_what_was_asked() {
            TlogRival.Answer answer = TlogRival.Answer.of("audit 3\n");
            assertThatThrownBy(() -> answer.median("append")).hasMessageContaining("append");
            assertThatThrownBy(() -> TlogRival.Answer.of("panic:")).hasMessageContaining("panic:");
        }
    }
}
