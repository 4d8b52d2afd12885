/// Named objects in a bucket that speaks S3. Knows no area: what is in an object is its user's affair.
@org.jspecify.annotations.NullMarked
module comity.objects {
    requires transitive comity.kernel;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.identity.spi;
    requires software.amazon.awssdk.profiles;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.retries;
    requires software.amazon.awssdk.retries.api;
    requires software.amazon.awssdk.services.s3;
    requires software.amazon.awssdk.utils;
    requires static org.jspecify;

    exports comity.objects;
}
