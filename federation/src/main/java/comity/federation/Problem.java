package comity.federation;

import java.util.Arrays;
import java.util.Optional;

/// Why an envelope is refused. Such an answer is not signed, because the caller has not been believed; it proves
/// nothing and the sender tries again. Each is described in docs/protocol/problems.md under the same code.
public enum Problem {
    TOO_LARGE("too-large", 413),
    RATE_LIMITED("rate-limited", 429),
    MALFORMED("malformed", 400),
    UNKNOWN_TYPE("unknown-type", 400),
    UNSUPPORTED_SIGNATURE("unsupported-signature", 400),
    UNKNOWN_CRITICAL_HEADER("unknown-critical-header", 400),
    UNKNOWN_VERSION("unknown-version", 400),
    TOO_MANY_LETTERS("too-many-letters", 413),
    WRONG_ADDRESSEE("wrong-addressee", 422),
    UNKNOWN_PEER("unknown-peer", 403),
    PEER_MISMATCH("peer-mismatch", 403),
    CERTIFICATE_UNTRUSTED("certificate-untrusted", 403),
    CERTIFICATE_OUT_OF_TIME("certificate-out-of-time", 403),
    CERTIFICATE_WRONG_STATE("certificate-wrong-state", 403),
    CERTIFICATE_WRONG_USE("certificate-wrong-use", 403),
    CERTIFICATE_REVOKED("certificate-revoked", 403),
    FORGED("forged", 403),
    EXPIRED("expired", 422),
    FROM_THE_FUTURE("from-the-future", 422),
    TERM_TOO_LONG("term-too-long", 422),
    LETTER_ID_REUSED("letter-id-reused", 409),
    OUT_OF_ORDER("out-of-order", 409),
    UNAVAILABLE("unavailable", 503);

    private final String code;
    private final int status;

    Problem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /// The stable name, as in the problem type `urn:comity:problem:<code>`.
    public String code() {
        return code;
    }

    /// The HTTP status it travels with.
    public int status() {
        return status;
    }

    public static Optional<Problem> ofCode(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code.equals(code))
                .findFirst();
    }
}
