package comity.evidence;

/// The names of the files that a package is made of.
public final class PackageFiles {
    /// The exhibit: an ordinary age file.
    public static final String PAYLOAD = "payload.age";
    /// What the exhibit is: its manifest, in a second age file for the same recipients.
    public static final String SEALED_MANIFEST = "manifest.age";
    /// The manifest, when it was opened.
    public static final String MANIFEST = "manifest.json";
    /// What the sealed files are, for those who cannot open them.
    public static final String SEAL = "seal.json";
    /// The signature over the bytes of [#SEAL].
    public static final String SIGNATURE = "seal.json.p7s";
    /// One hash for each segment of the payload.
    public static final String SEGMENTS = "segments.bin";

    /// In a bundle: the custody, event by event.
    public static final String CUSTODY = "custody/";
    /// In a bundle: proofs that a ledger holds events of the custody.
    public static final String LEDGER = "ledger/";
    /// The key that checks the checkpoints in those proofs (C2SP verifier key).
    public static final String LEDGER_KEY = LEDGER + "key.txt";

    private PackageFiles() {}
}
