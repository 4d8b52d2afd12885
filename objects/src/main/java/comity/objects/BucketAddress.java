package comity.objects;

import java.net.URI;
import java.util.regex.Pattern;

/// Where a bucket is, and which part of it is meant.
///
/// @param endpoint the address of the store, for example `https://s3.eu-west-3.amazonaws.com`
/// @param region what the store calls its place; stores that have none take `us-east-1`
/// @param bucket the name of the bucket, which stands behind the endpoint as the first part of each path
/// @param prefix what stands before the name of every object, without a slash at its ends; may be empty
public record BucketAddress(URI endpoint, String region, String bucket, String prefix) {
    private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX =
            Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)?");
    private static final int LONGEST_PREFIX = 200;

    /// @throws IllegalArgumentException saying in words which of the four cannot be
    public BucketAddress {
        endpoint = endpoint(endpoint.toString());
        region = region(region);
        bucket = bucket(bucket);
        prefix = prefix(prefix);
    }

    /// The address of a store.
    ///
    /// @throws IllegalArgumentException when it is not a plain web address
    public static URI endpoint(String text) {
        URI address = URI.create(text.replaceFirst("/+$", ""));
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException("it is not an address that begins with https:// or http://");
        }
        if (address.getUserInfo() != null) {
            throw new IllegalArgumentException("an address with a name or a password in it is not taken");
        }
        if (!address.getPath().isEmpty() || address.getQuery() != null || address.getFragment() != null) {
            throw new IllegalArgumentException(
                    "it has more than a host and a port; the bucket has a setting of its own");
        }
        return address;
    }

    /// The name of a region.
    ///
    /// @throws IllegalArgumentException when it cannot be one
    public static String region(String text) {
        if (!REGION.matcher(text).matches()) {
            throw new IllegalArgumentException("a region is small letters, digits and hyphens, for example eu-west-3");
        }
        return text;
    }

    /// The name of a bucket.
    ///
    /// @throws IllegalArgumentException when it cannot be one
    public static String bucket(String text) {
        if (!BUCKET.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a bucket's name is 3 to 63 small letters, digits, hyphens and full stops");
        }
        return text;
    }

    /// What stands before every name.
    ///
    /// @throws IllegalArgumentException when it cannot be that
    public static String prefix(String text) {
        if (text.length() > LONGEST_PREFIX || !PREFIX.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a prefix is up to 200 letters, digits, hyphens, low lines and full stops"
                            + " in parts between slashes, without a slash at its ends");
        }
        return text;
    }

    /// For people: the store and the bucket.
    @Override
    public String toString() {
        return bucket + " at " + endpoint + (prefix.isEmpty() ? "" : " below " + prefix);
    }
}
