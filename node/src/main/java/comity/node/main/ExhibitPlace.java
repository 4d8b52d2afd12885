package comity.node.main;

import comity.node.rooms.ExhibitsInBucket;
import comity.node.settings.BucketSettings;
import comity.node.settings.NodeSettings;
import comity.objects.AccessKey;
import comity.objects.Bucket;
import comity.vault.shelf.Depot;
import java.io.IOException;
import java.util.Optional;

/// Where a node keeps sealed exhibits, as its settings say: in files of its own, or in a bucket.
final class ExhibitPlace {
    private ExhibitPlace() {}

    static Optional<Depot> of(NodeSettings settings, Opened opened) throws IOException {
        Optional<BucketSettings> chosen = settings.exhibits().bucket();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        AccessKey key =
                AccessKey.read(chosen.get().accessKeyFile(), chosen.get().secretKeyFile());
        return Optional.of(
                new ExhibitsInBucket(opened.add(new Bucket(chosen.get().address(), key))));
    }
}
