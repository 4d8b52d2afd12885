package comity.evidence.age;

/// Plaintext that is read once, from its beginning to its end, by one thread at a time.
public interface PlainSource {
    /// How many bytes there will be.
    long length();

    /// Reads the next bytes, as many as asked for.
    ///
    /// @throws comity.evidence.EvidenceRefused when there are fewer
    void read(byte[] into, int length);

    /// Said after the last byte was read: a source that has more than it promised refuses here.
    void finish();
}
