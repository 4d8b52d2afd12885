package comity.node.main;

import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.TileStore;
import comity.node.rooms.LedgerInBucket;
import comity.node.settings.BucketSettings;
import comity.node.settings.NodeSettings;
import comity.objects.AccessKey;
import comity.objects.Bucket;
import java.io.IOException;

/// Where a node publishes its ledger, as its settings say: in a folder of its own, or in a bucket.
final class LedgerPlace {
    private LedgerPlace() {}

    static TileStore of(NodeSettings settings, Opened opened) throws IOException {
        if (settings.ledgerBucket().isEmpty()) {
            return new TileFolder(settings.ledgerFiles());
        }
        BucketSettings chosen = settings.ledgerBucket().get();
        AccessKey key = AccessKey.read(chosen.accessKeyFile(), chosen.secretKeyFile());
        // A folder of its own: a checkpoint without its tiles must not be taken for a published ledger.
        TileFolder memory = new TileFolder(settings.ledgerFiles().resolve("bucket"));
        return new LedgerInBucket(opened.add(new Bucket(chosen.address(), key)), memory);
    }
}
