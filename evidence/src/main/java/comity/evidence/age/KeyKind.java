package comity.evidence.age;

/// The two kinds of recipients that evidence is sealed for.
public enum KeyKind {
    /// ML-KEM-768 together with X25519, which a quantum computer of the future does not open: the default.
    POST_QUANTUM("age1pq", "age-secret-key-pq-", "mlkem768x25519"),
    /// X25519 alone, for authorities whose tools do not know the other yet.
    X25519("age", "age-secret-key-", "X25519");

    private final String recipientPrefix;
    private final String identityPrefix;
    private final String stanza;

    KeyKind(String recipientPrefix, String identityPrefix, String stanza) {
        this.recipientPrefix = recipientPrefix;
        this.identityPrefix = identityPrefix;
        this.stanza = stanza;
    }

    /// The name of the kind in the header of an age file.
    public String stanza() {
        return stanza;
    }

    String recipientPrefix() {
        return recipientPrefix;
    }

    String identityPrefix() {
        return identityPrefix;
    }
}
