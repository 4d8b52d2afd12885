package comity.node.main;

import comity.kernel.transaction.GroupedTransactions;
import comity.ledger.journal.Journal;
import comity.ledger.journal.LedgerDamage;
import comity.ledger.journal.LedgerDamaged;
import comity.ledger.note.LogKey;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tiles.PublishedLog;
import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.TileStore;
import comity.node.database.Database;
import comity.node.database.Migrations;
import comity.node.keys.NodeKeys;
import comity.node.keys.RegistryKeys;
import comity.node.settings.BadSettings;
import comity.node.settings.NodeSettings;
import comity.node.settings.SettingFault;
import comity.node.settings.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The ledger of a node that does not run, for an operator's command: its journal, and the published
/// files.
record StoppedLedger(
        NodeSettings settings, Journal journal, GroupedTransactions transactions, TileStore files, Clock clock) {
    /// What a command does with it.
    @FunctionalInterface
    interface Work {
        /// @return the exit code
        int with(StoppedLedger ledger) throws IOException;
    }

    /// Opens, works and closes.
    ///
    /// @param files a copy of the published files; empty for the node's own
    static int work(Path config, Optional<Path> files, Work work) throws Exception {
        NodeSettings settings = SettingsFile.read(config);
        try (Opened opened = new Opened()) {
            TileStore published = files.isPresent() ? new TileFolder(files.get()) : LedgerPlace.of(settings, opened);
            requirePublished(config, settings, files, published);
            Database database = opened.add(Database.open(settings));
            Migrations.run(database.dataSource(), areas(settings));
            try (GroupedTransactions transactions = new GroupedTransactions(database.dataSource())) {
                Clock clock = NodeTime.of(settings, opened);
                Journal journal = new Journal(transactions, key(settings), clock);
                return work.with(new StoppedLedger(settings, journal, transactions, published, clock));
            }
        }
    }

    private static void requirePublished(
            Path config, NodeSettings settings, Optional<Path> files, PublishedLog published) {
        try {
            if (published.checkpoint().isPresent()) {
                return;
            }
        } catch (UncheckedIOException e) {
            throw new BadSettings(config, SettingFault.ofFile("ledger-unreadable", String.valueOf(e.getMessage())));
        }
        String place = files.map(Path::toString)
                .or(() -> settings.ledgerBucket().map(bucket -> String.valueOf(bucket.address())))
                .orElse(settings.ledgerFiles().toString());
        throw new BadSettings(config, SettingFault.ofFile("ledger-none", place));
    }

    /// How many leaves the published files show.
    ///
    /// @throws LedgerDamaged when they are not this ledger's
    long published() {
        try {
            return files.checkpoint()
                    .map(note -> SignedCheckpoint.open(note, journal.verifier())
                            .checkpoint()
                            .size())
                    .orElse(0L);
        } catch (NoteRefused e) {
            throw new LedgerDamaged(LedgerDamage.PUBLISHED_FOREIGN, e.fault().code());
        }
    }

    private static List<String> areas(NodeSettings settings) {
        return switch (settings.part()) {
            case STATE -> List.of("ledger", "federation");
            case REGISTRY -> List.of("ledger");
        };
    }

    private static LogKey key(NodeSettings settings) throws IOException {
        return switch (settings.part()) {
            case STATE -> NodeKeys.load(settings).log();
            case REGISTRY -> RegistryKeys.load(settings).log();
        };
    }
}
