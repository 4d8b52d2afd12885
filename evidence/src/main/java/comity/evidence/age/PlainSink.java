package comity.evidence.age;

/// Takes plaintext whose tags were checked, in its order, one call at a time.
@FunctionalInterface
public interface PlainSink {
    void accept(byte[] plain, int length);
}
