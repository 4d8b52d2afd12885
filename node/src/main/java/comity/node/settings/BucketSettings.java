package comity.node.settings;

import comity.objects.BucketAddress;
import java.nio.file.Path;

/// A bucket of a store that speaks S3, as the settings name it.
///
/// @param accessKeyFile holds the name of the access key
/// @param secretKeyFile holds its secret, which stands in no settings file and in no log
public record BucketSettings(BucketAddress address, Path accessKeyFile, Path secretKeyFile) {}
