package comity.objects;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What a store's refusals mean, in words. They hold no number of a single request: the same trouble is
/// said in the same words, so that it need not be said twice.
final class Faults {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_SATISFIABLE = 416;

    private Faults() {}

    static BucketUnavailable of(BucketAddress address, SdkException fault) {
        String words = fault instanceof S3Exception refusal ? ofRefusal(refusal) : ofSilence(fault);
        return new BucketUnavailable(address, words, fault);
    }

    /// Whether the object is not there. That the bucket is not there is another matter.
    static boolean isAbsence(S3Exception refusal) {
        return refusal.statusCode() == NOT_FOUND && !code(refusal).equals("NoSuchBucket");
    }

    /// Whether the object ends before the place that was asked for.
    static boolean isBeyondTheEnd(S3Exception refusal) {
        return refusal.statusCode() == NOT_SATISFIABLE;
    }

    private static String ofRefusal(S3Exception refusal) {
        String code = code(refusal);
        return switch (code) {
            case "NoSuchBucket" -> "there is no bucket of this name";
            case "InvalidAccessKeyId" -> "its store does not know the access key";
            case "SignatureDoesNotMatch" -> "the secret key is not the one that belongs to the access key";
            case "AccessDenied", "AllAccessDisabled" -> "the access key may not do this there";
            case "RequestTimeTooSkewed" -> "this machine's clock and the store's are too far apart";
            case "AuthorizationHeaderMalformed", "PermanentRedirect", "IllegalLocationConstraintException" ->
                "it is in another region (" + code + ")";
            default -> number(refusal, code);
        };
    }

    private static String number(S3Exception refusal, String code) {
        String said = "HTTP %d%s".formatted(refusal.statusCode(), code.isEmpty() ? "" : " " + code);
        return refusal.statusCode() == FORBIDDEN ? "its store refuses the access key (" + said + ")" : said;
    }

    private static String code(S3Exception refusal) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        return code == null ? "" : code;
    }

    private static String ofSilence(SdkException fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "its store does not answer as it should (%s: %s)"
                .formatted(root.getClass().getSimpleName(), root.getMessage());
    }
}
