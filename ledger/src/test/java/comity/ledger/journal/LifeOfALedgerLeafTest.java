package comity.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.LeafPlace;
import comity.ledger.Opening;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.VerifierKey;
import comity.ledger.tiles.TileAudit;
import comity.ledger.tiles.TileAudit.Sound;
import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.TileHashes;
import comity.ledger.tree.InclusionProof;
import comity.ledger.tree.Proofs;
import comity.ledger.tree.SparseHashes;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Walks the stations of `docs/walks/life-of-a-ledger-leaf.md` and prints them.
class LifeOfALedgerLeafTest {
    private static final UUID REQUEST = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final byte[] EVENT = Utf8.bytes("{\"label\":\"letter.out\",\"reference\":\"XA.PRS.2027.000318-B\"}");

    @TempDir
    private Path folder;

    @Test
    void walks_all_eight_stations() {
        LogKey key = LogKey.generate("node.xa.example/ledger");
        HandClock clock = HandClock.at("2027-03-13T02:14:00Z");
        try (TestDatabase database = TestDatabase.with("ledger")) {
            Journal journal = new Journal(database.transactions(), key, clock);

            LeafPlace place = database.transactions().write(tx -> {
                LeafPlace given = journal.append(tx, "letter.out", REQUEST, EVENT);
                station(1, "the act: an event of %d bytes is hidden behind a salt", EVENT.length);
                station(
                        2,
                        "sequenced: leaf %d, commitment %s…",
                        given.index(),
                        given.commitment().substring(0, 16));
                assertThat(journal.latest().checkpoint().size()).isZero();
                return given;
            });
            SignedCheckpoint integrated = journal.latest();
            station(
                    3,
                    "written and signed: root %s…",
                    integrated.checkpoint().root().hex().substring(0, 16));
            assertThat(database.reader().number("select size from ledger.head")).isEqualTo(1);
            station(
                    4,
                    "integrated: %d leaf is committed",
                    integrated.checkpoint().size());

            journal.publish(folder);
            assertThat(folder.resolve("checkpoint")).hasContent(integrated.text());
            assertThat(folder.resolve("tile/entries/000.p/1")).exists();
            station(5, "published: the folder shows the checkpoint, one entry and one tile");

            VerifierKey fromDirectory = VerifierKey.parse(key.verifier().text());
            assertThat(TileAudit.of(new TileFolder(folder), fromDirectory)).isEqualTo(new Sound(integrated));
            station(6, "checked by a stranger: the files are what the checkpoint says");

            Opening opening = database.transactions()
                    .read(tx -> journal.leaf(tx, place.index()))
                    .flatMap(LeafRecord::opening)
                    .orElseThrow();
            assertThat(proofFromFiles(place)
                            .proves(
                                    opening.commitment(),
                                    integrated.checkpoint().root()))
                    .isTrue();
            assertThat(opening.event()).isEqualTo(EVENT);
            station(7, "shown to a court: salt and event open the leaf, and the proof holds");

            Destruction destruction = database.transactions()
                    .write(tx -> journal.destroy(tx, place.index(), new Erasure("court-order", "account-7")));
            assertThat(destruction).isInstanceOf(Destruction.Destroyed.class);
            LeafRecord forgotten =
                    database.transactions().read(tx -> journal.leaf(tx, 0)).orElseThrow();
            assertThat(forgotten.opening()).isEmpty();
            assertThat(proofFromFiles(place)
                            .proves(place.entry(), integrated.checkpoint().root()))
                    .isTrue();
            station(8, "forgotten: the leaf cannot be opened any more, and every proof still holds");
        }
    }

    private InclusionProof proofFromFiles(LeafPlace place) {
        TileHashes tiles = new TileHashes(new TileFolder(folder), 1);
        return new Proofs(new SparseHashes(TileHashes.STEP, tiles)).inclusion(place.index(), 1);
    }

    private static void station(int number, String text, Object... values) {
        System.out.println("  " + number + "  " + text.formatted(values));
    }
}
