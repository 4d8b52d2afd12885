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

    private PackageFiles() {}
}
