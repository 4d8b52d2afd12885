package comity.node.main;

import comity.kernel.transaction.GroupedTransactions;
import comity.ledger.journal.Journal;
import comity.ledger.note.LogKey;
import comity.ledger.tiles.TileFolder;
import comity.node.database.Database;
import comity.node.database.Migrations;
import comity.node.keys.NodeKeys;
import comity.node.keys.RegistryKeys;
import comity.node.settings.BadSettings;
import comity.node.settings.NodeSettings;
import comity.node.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// After an older copy of the database was restored: takes the leaves that it lost back from the
/// ledger's files, so that the ledger goes on as the one that others have signed
/// (docs/operating/backup.md).
final class TakeBack {
    private TakeBack() {}

    /// The node must be stopped.
    ///
    /// @param files a copy of the published files; empty for the node's own
    static int run(Path config, Optional<Path> files, PrintStream out) throws Exception {
        NodeSettings settings = SettingsFile.read(config);
        Path folder = files.orElse(settings.ledgerFiles());
        if (!Files.isRegularFile(folder.resolve("checkpoint"))) {
            throw new BadSettings(config, List.of("%s: holds no published ledger".formatted(folder)));
        }
        try (Opened opened = new Opened();
                Database database = Database.open(settings)) {
            Migrations.run(database.dataSource(), List.of("ledger"));
            try (GroupedTransactions transactions = new GroupedTransactions(database.dataSource())) {
                Journal journal = new Journal(transactions, key(settings), NodeTime.of(settings, opened));
                long before = journal.latest().checkpoint().size();
                long taken = journal.takeBack(new TileFolder(folder));
                out.println(
                        taken == 0
                                ? "Nothing is missing: the database has %d leaves.".formatted(before)
                                : "The database had %d leaves; %d were taken back from %s."
                                        .formatted(before, taken, folder));
            }
        }
        return 0;
    }

    private static LogKey key(NodeSettings settings) throws IOException {
        return switch (settings.part()) {
            case STATE -> NodeKeys.load(settings).log();
            case REGISTRY -> RegistryKeys.load(settings).log();
        };
    }
}
