package comity.ledger.note;

/// The byte that says what kind of signature a key makes. Kinds that we do not know are kept as they are: a peer
/// may be of a newer version.
public final class SignatureType {
    /// Ed25519 over the text of the note.
    public static final byte ED25519 = 0x01;
    /// Ed25519 over a time and the text: a cosigner's word that it saw no older tree contradicted.
    public static final byte ED25519_COSIGNATURE = 0x04;
    /// The same with ML-DSA-44.
    public static final byte ML_DSA_44_COSIGNATURE = 0x06;

    private SignatureType() {}
}
