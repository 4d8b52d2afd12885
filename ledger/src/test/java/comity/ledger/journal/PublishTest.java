package comity.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.transaction.GroupedTransactions;
import comity.ledger.Hash;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignatureType;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tiles.FragileDisk;
import comity.ledger.tiles.TileAudit;
import comity.ledger.tiles.TileAudit.Empty;
import comity.ledger.tiles.TileAudit.Sound;
import comity.ledger.tiles.TileFolder;
import comity.testkit.Chance;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishTest {
    private final LogKey key = LogKey.generate("node.xa.example/ledger");
    private final HandClock clock = HandClock.at("2027-03-13T02:14:00Z");
    private TestDatabase database;
    private Journal journal;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.with("ledger");
        journal = new Journal(database.transactions(), key, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(int count) {
        database.transactions()
                .write(tx -> IntStream.range(0, count)
                        .mapToObj(i -> journal.append(tx, "letter.out", UUID.randomUUID(), new byte[] {(byte) i}))
                        .toList());
    }

    private TileAudit.Verdict audit() {
        return TileAudit.of(new TileFolder(folder), key.verifier());
    }

    private void assertPublished() {
        assertThat(audit()).isEqualTo(new Sound(journal.latest()));
    }

    @Nested
    class Publishing {
        @Test
        void shows_a_log_without_leaves_first() {
            journal.publish(folder);

            assertPublished();
        }

        @Test
        void shows_what_has_been_committed_since() {
            for (int count : List.of(3, 1, 252, 1, 600)) {
                append(count);
                journal.publish(folder);
                assertPublished();
            }
        }

        @Test
        void again_changes_nothing() throws IOException {
            append(5);
            journal.publish(folder);
            Files.delete(folder.resolve("tile/0/000.p/5"));

            journal.publish(folder);

            assertThat(folder.resolve("tile/0/000.p/5")).doesNotExist();
        }

        @Test
        void never_shows_a_leaf_whose_transaction_was_undone() {
            append(2);
            assertThatThrownBy(() -> database.transactions().write(tx -> {
                        journal.append(tx, "letter.out", UUID.randomUUID(), new byte[1]);
                        journal.publish(folder);
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");

            assertPublished();
        }

        @Test
        void goes_on_after_salt_and_event_were_destroyed() {
            append(20);
            database.transactions().write(tx -> journal.destroy(tx, 3, new Erasure("court-order", "account-7")));

            journal.publish(folder);

            assertPublished();
        }

        @Test
        void survives_a_crash_at_any_point() throws IOException {
            int point = 0;
            boolean broke = true;
            while (broke) {
                FragileDisk disk = new FragileDisk(point++);
                append(41);
                try {
                    journal.publish(new TileFolder(folder, disk));
                } catch (UncheckedIOException e) {
                    assertThat(e).hasRootCauseMessage("The disk broke");
                }
                disk.cutPower(Chance.ofSeed(point));
                assertThat(audit()).isInstanceOfAny(Empty.class, Sound.class);
                broke = disk.broke();
            }
            assertThat(point).isGreaterThan(20);
            journal.publish(folder);
            assertPublished();
        }

        @Test
        void by_two_processes_ends_in_the_same_log() {
            try (GroupedTransactions otherTransactions = new GroupedTransactions(database.dataSource())) {
                Journal other = new Journal(otherTransactions, key, clock);
                append(10);
                other.publish(folder);
                append(10);
                journal.publish(folder);
                other.publish(folder);
            }
            assertPublished();
        }
    }

    @Nested
    class A_cosigned_checkpoint {
        private final CosignerKey cosigner =
                CosignerKey.generate("node.xb.example/cosigner", SignatureType.ED25519_COSIGNATURE);
        private final CosignerKey second =
                CosignerKey.generate("node.xc.example/cosigner", SignatureType.ED25519_COSIGNATURE);

        private SignedCheckpoint cosigned(SignedCheckpoint checkpoint, CosignerKey by) {
            return checkpoint.with(List.of(by.sign(checkpoint, clock.instant())));
        }

        private SignedCheckpoint published() throws IOException {
            return SignedCheckpoint.open(Files.readAllBytes(folder.resolve("checkpoint")), key.verifier());
        }

        @Test
        void is_published_with_its_lines_and_the_log_up_to_it() throws IOException {
            append(5);
            SignedCheckpoint five = cosigned(journal.latest(), cosigner);
            append(300);

            journal.publish(new TileFolder(folder), five);

            assertThat(published()).isEqualTo(five);
            assertThat(audit()).isEqualTo(new Sound(five));
        }

        @Test
        void that_is_shown_already_gets_the_lines_of_all_who_sign() throws IOException {
            append(5);
            journal.publish(folder);

            journal.publish(new TileFolder(folder), cosigned(journal.latest(), cosigner));
            journal.publish(new TileFolder(folder), cosigned(journal.latest(), second));

            assertThat(published()).isEqualTo(cosigned(cosigned(journal.latest(), cosigner), second));
            journal.publish(folder);
            assertThat(published().note().signatures()).hasSize(3);
        }

        @Test
        void that_comes_too_late_changes_nothing() throws IOException {
            append(5);
            SignedCheckpoint late = cosigned(journal.latest(), cosigner);
            append(1);
            journal.publish(folder);

            journal.publish(new TileFolder(folder), late);

            assertThat(published()).isEqualTo(journal.latest());
        }

        @Test
        void of_another_log_or_history_is_refused() {
            append(5);
            LogKey stranger = LogKey.generate(key.origin());
            SignedCheckpoint foreign = stranger.sign(journal.latest().checkpoint());
            SignedCheckpoint forked = key.sign(new Checkpoint(key.origin(), 5, Hash.EMPTY_TREE));
            SignedCheckpoint longer = key.sign(new Checkpoint(key.origin(), 6, Hash.EMPTY_TREE));

            assertThatThrownBy(() -> journal.publish(new TileFolder(folder), foreign))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> journal.publish(new TileFolder(folder), forked))
                    .isInstanceOf(LedgerDamaged.class);
            assertThatThrownBy(() -> journal.publish(new TileFolder(folder), longer))
                    .isInstanceOf(LedgerDamaged.class);
            assertThat(folder.resolve("checkpoint")).doesNotExist();
        }

        @Test
        void survives_a_crash_at_any_point() throws IOException {
            append(7);
            journal.publish(folder);
            Map<Long, Hash> roots = new HashMap<>();
            int point = 0;
            boolean broke = true;
            while (broke) {
                SignedCheckpoint before = published();
                FragileDisk disk = new FragileDisk(point++);
                append(point % 3 == 0 ? 40 : 0);
                SignedCheckpoint next = cosigned(journal.latest(), point % 2 == 0 ? cosigner : second);
                try {
                    journal.publish(new TileFolder(folder, disk), next);
                } catch (UncheckedIOException e) {
                    assertThat(e).hasRootCauseMessage("The disk broke");
                }
                disk.cutPower(Chance.ofSeed(point));
                assertThat(audit()).isInstanceOf(Sound.class);
                Checkpoint shown = published().checkpoint();
                assertThat(shown).isIn(before.checkpoint(), next.checkpoint());
                assertThat(roots.computeIfAbsent(shown.size(), _ -> shown.root()))
                        .isEqualTo(shown.root());
                if (shown.equals(before.checkpoint())) {
                    assertThat(published().note().signatures())
                            .containsAll(before.note().signatures().stream()
                                    .filter(line -> line.isBy(key.verifier()))
                                    .toList());
                }
                // Only a run that had something to write shows that the disk held.
                broke = disk.broke() || point < 40;
            }
            journal.publish(new TileFolder(folder), cosigned(journal.latest(), cosigner));
            assertThat(published().checkpoint()).isEqualTo(journal.latest().checkpoint());
        }
    }

    @Nested
    class A_folder_with_another_history {
        @Test
        void that_is_longer_stops_the_log() {
            append(3);
            journal.publish(folder);
            restoreOlderCopy();

            assertThatThrownBy(() -> journal.publish(folder))
                    .isInstanceOf(LedgerDamaged.class)
                    .hasMessageContaining("published-longer [3, 0]");
        }

        @Test
        void of_the_same_length_stops_the_log() {
            append(3);
            journal.publish(folder);
            restoreOlderCopy();
            append(4);

            assertThatThrownBy(() -> journal.publish(folder))
                    .isInstanceOf(LedgerDamaged.class)
                    .hasMessageContaining("published-other [3]");
        }

        @Test
        void of_another_key_stops_the_log() throws IOException {
            Checkpoint foreign = new Checkpoint(key.origin(), 0, Hash.EMPTY_TREE);
            Files.writeString(
                    folder.resolve("checkpoint"),
                    LogKey.generate(key.origin()).sign(foreign).text());

            assertThatThrownBy(() -> journal.publish(folder)).isInstanceOf(LedgerDamaged.class);
        }

        /// Sets the database back to an empty log, as a restored backup would.
        private void restoreOlderCopy() {
            database.reader().rows("truncate ledger.leaf, ledger.subtree, ledger.head");
            journal = new Journal(database.transactions(), key, clock);
        }
    }

    @Nested
    class A_database_that_was_set_back {
        private void loseEverything() {
            database.reader().rows("truncate ledger.leaf, ledger.subtree, ledger.head");
            journal = new Journal(database.transactions(), key, clock);
        }

        @Test
        void takes_its_leaves_back_from_what_was_published_and_goes_on_as_one_history() {
            append(700);
            journal.publish(folder);
            SignedCheckpoint published = journal.latest();
            loseEverything();

            assertThat(journal.takeBack(new TileFolder(folder))).isEqualTo(700);

            assertThat(journal.latest()).isEqualTo(published);
            assertThat(journal.takeBack(new TileFolder(folder))).isZero();
            append(5);
            journal.publish(folder);
            assertPublished();
            database.transactions().read(tx -> {
                LeafRecord leaf = journal.leaf(tx, 300).orElseThrow();
                assertThat(leaf.label()).isEqualTo("leaf.taken-back");
                assertThat(leaf.opening()).isEmpty();
                assertThat(journal.inclusion(tx, 300, 700)
                                .proves(
                                        leaf.place().entry(),
                                        published.checkpoint().root()))
                        .isTrue();
                return leaf;
            });
        }

        @Test
        void keeps_what_it_has_and_takes_only_the_rest() {
            append(10);
            String copy = database.reader()
                    .rows("select checkpoint from ledger.head")
                    .getFirst()
                    .getFirst();
            database.reader().rows("create table copy_of_head as select * from ledger.head");
            append(300);
            journal.publish(folder);
            SignedCheckpoint published = journal.latest();
            database.reader().rows("delete from ledger.leaf where index >= 10");
            database.reader().rows("truncate ledger.subtree, ledger.head");
            database.reader().rows("insert into ledger.head select * from copy_of_head");
            journal = new Journal(database.transactions(), key, clock);
            assertThat(journal.latest().text()).isEqualTo(copy);

            assertThat(journal.takeBack(new TileFolder(folder))).isEqualTo(300);

            assertThat(journal.latest()).isEqualTo(published);
            LeafRecord own =
                    database.transactions().read(tx -> journal.leaf(tx, 4)).orElseThrow();
            assertThat(own.opening()).isPresent();
        }

        @Test
        void takes_nothing_from_a_folder_that_is_spoiled_or_of_another_history() throws IOException {
            append(300);
            journal.publish(folder);
            loseEverything();
            Path tile = folder.resolve("tile/entries/000");
            byte[] right = Files.readAllBytes(tile);
            byte[] wrong = right.clone();
            wrong[40] ^= 1;
            Files.write(tile, wrong);

            assertThatThrownBy(() -> journal.takeBack(new TileFolder(folder))).isInstanceOf(LedgerDamaged.class);

            Files.write(tile, right);
            append(3);
            assertThatThrownBy(() -> journal.takeBack(new TileFolder(folder)))
                    .isInstanceOf(LedgerDamaged.class)
                    .hasMessageContaining("published-other [3]");
            assertThat(journal.latest().checkpoint().size()).isEqualTo(3);
        }
    }

    @Nested
    class A_row_that_was_changed {
        @Test
        void is_found_before_it_is_published() {
            append(300);
            journal.publish(folder);
            append(1);
            database.reader().rows("update ledger.leaf set commitment = sha256('other') where index = 299");

            assertThatThrownBy(() -> journal.publish(folder)).isInstanceOf(LedgerDamaged.class);
        }
    }
}
