package comity.node.main;

import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.TileStore;
import comity.node.rooms.LedgerInBucket;
import comity.node.settings.LedgerBucket;
import comity.node.settings.NodeSettings;
import comity.objects.AccessKey;
import comity.objects.Bucket;
import java.io.IOException;

/// Where a node publishes its ledger, as its settings say: in a folder of its own, or in a bucket.
final class LedgerPlace {
    private LedgerPlace() {}

    static TileStore of(NodeSettings settings, Opened opened) throws IOException {
        TileFolder folder = new TileFolder(settings.ledgerFiles());
        if (settings.ledgerBucket().isEmpty()) {
            return folder;
        }
        LedgerBucket chosen = settings.ledgerBucket().get();
        AccessKey key = AccessKey.read(chosen.accessKeyFile(), chosen.secretKeyFile());
        return new LedgerInBucket(opened.add(new Bucket(chosen.address(), key)), folder);
    }
}
