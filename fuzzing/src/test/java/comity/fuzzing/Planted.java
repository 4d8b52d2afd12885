package comity.fuzzing;

/// A reader that breaks on a few bytes which nobody would guess in time, and a fuzzer that sees branches does.
public final class Planted {
    private Planted() {}

    public static void fuzzerInitialize(String[] arguments) {
        // Nothing to choose.
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length > 3 && bytes[0] == 'F' && bytes[1] == 'U' && bytes[2] == 'Z' && bytes[3] == 'Z') {
            throw new IllegalStateException("planted");
        }
    }
}
