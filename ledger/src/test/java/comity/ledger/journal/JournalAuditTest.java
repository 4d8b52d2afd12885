package comity.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.journal.JournalAudit.Flaw;
import comity.ledger.journal.JournalAudit.Report;
import comity.ledger.note.LogKey;
import comity.ledger.tiles.TileFolder;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAuditTest {
    private final LogKey key = LogKey.generate("node.xa.example/ledger");
    private TestDatabase database;
    private Journal journal;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.with("ledger");
        journal = new Journal(database.transactions(), key, HandClock.at("2027-03-13T02:14:00Z"));
        append(2500);
        journal.publish(folder);
        append(17);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(int count) {
        database.transactions()
                .write(tx -> IntStream.range(0, count)
                        .mapToObj(i -> journal.append(tx, "letter.out", UUID.randomUUID(), Utf8.bytes("event " + i)))
                        .toList());
    }

    private Report report() {
        return new JournalAudit(journal, database.transactions()).report(new TileFolder(folder));
    }

    private List<Flaw> flawsAfter(String change) {
        database.reader().rows(change);
        return report().flaws();
    }

    @Nested
    class An_audit {
        @Test
        void of_what_was_written_finds_nothing() {
            assertThat(report()).isEqualTo(new Report(2517, 0, List.of()));
        }

        @Test
        void counts_what_the_law_had_destroyed_and_finds_nothing_wrong() {
            database.transactions().write(tx -> journal.destroy(tx, 1234, new Erasure("court-order", "account-7")));

            assertThat(report()).isEqualTo(new Report(2518, 1, List.of()));
        }

        @Test
        void finds_salt_and_event_that_went_without_a_record() {
            assertThat(flawsAfter("update ledger.leaf set salt = null, event = null where index = 5"))
                    .containsExactly(new Flaw(5, "opening-gone"));
        }

        @Test
        void finds_a_record_that_speaks_of_another_leaf() {
            assertThat(flawsAfter("update ledger.leaf set salt = null, event = null, destroyed_in = 9 where index = 5"))
                    .containsExactly(new Flaw(5, "record-wrong"));
        }

        @Test
        void finds_an_event_that_was_changed() {
            assertThat(flawsAfter("update ledger.leaf set event = 'other' where index = 2400"))
                    .containsExactly(new Flaw(2400, "opening-other"));
        }

        @Test
        void finds_a_commitment_that_was_changed_with_its_event() {
            assertThat(
                            flawsAfter(
                                    "update ledger.leaf set event = 'other', commitment = sha256(salt || 'other') where index = 16"))
                    .contains(new Flaw(16, "subtree-other"), new Flaw(2517, "root-other"))
                    .contains(new Flaw(2500, "published-other"));
        }

        @Test
        void finds_a_leaf_that_is_gone() {
            assertThat(flawsAfter("delete from ledger.leaf where index = 2516"))
                    .containsExactly(new Flaw(2516, "leaf-missing"));
            assertThat(flawsAfter("delete from ledger.leaf where index = 7"))
                    .containsExactly(new Flaw(7, "leaf-missing"));
        }

        @Test
        void finds_a_subtree_that_was_changed() {
            assertThat(flawsAfter("update ledger.subtree set hash = sha256('other') where level = 4 and index = 3"))
                    .containsExactly(new Flaw(48, "subtree-other"));
        }
    }
}
