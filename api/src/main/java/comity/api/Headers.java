package comity.api;

/// The header fields that carry a part of the contract.
public final class Headers {
    /// Names one wish of the caller, so that asking twice does it once
    /// (draft-ietf-httpapi-idempotency-key-header).
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /// `true` on an answer that was given before and is only repeated.
    public static final String REPEATED = "Idempotency-Replayed";

    /// The word that finds a call in the node's log. Given by the caller or made by the node; always sent
    /// back.
    public static final String CORRELATION_ID = "Correlation-Id";

    private Headers() {}
}
