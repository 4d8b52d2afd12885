package comity.fuzzing;

import java.util.Arrays;
import java.util.Optional;

/// What Jazzer calls, in a process of its own.
public final class Driver {
    /// The word for all readers in one process: the first byte says which of them gets the rest.
    static final String ALL = "ALL";

    private static Optional<Reader> only = Optional.empty();

    private Driver() {}

    /// @param arguments the name of a reader, or [#ALL]
    public static void fuzzerInitialize(String[] arguments) {
        only = arguments[0].equals(ALL) ? Optional.empty() : Optional.of(Reader.valueOf(arguments[0]));
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        if (only.isPresent()) {
            only.get().feed(bytes);
        } else if (bytes.length > 0) {
            Reader[] readers = Reader.values();
            readers[Byte.toUnsignedInt(bytes[0]) % readers.length].feed(Arrays.copyOfRange(bytes, 1, bytes.length));
        }
    }
}
