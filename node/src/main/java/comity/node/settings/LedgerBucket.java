package comity.node.settings;

import comity.objects.BucketAddress;
import java.nio.file.Path;

/// The bucket in which a node publishes its ledger.
///
/// @param accessKeyFile holds the name of the access key
/// @param secretKeyFile holds its secret, which stands in no settings file and in no log
public record LedgerBucket(BucketAddress address, Path accessKeyFile, Path secretKeyFile) {}
