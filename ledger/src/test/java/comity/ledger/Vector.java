package comity.ledger;

import comity.kernel.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/// A test vector: a file with `expect:` first, then named values, then perhaps an empty line and a body as it is.
public record Vector(String name, List<String> lines, byte[] body) {
    private static final Path FOLDER = Path.of(System.getProperty("comity.root"), "docs/protocol/vectors/ledger");

    /// One test for each vector of a kind.
    public static Stream<DynamicTest> tests(String kind, ThrowingConsumer<Vector> check) {
        List<Vector> vectors = all(kind);
        if (vectors.isEmpty()) {
            throw new AssertionError("No vectors of kind " + kind);
        }
        return vectors.stream().map(vector -> DynamicTest.dynamicTest(vector.name, () -> check.accept(vector)));
    }

    /// One vector by its kind and name.
    public static Vector named(String kind, String name) {
        return read(FOLDER.resolve(kind).resolve(name + ".txt"));
    }

    private static List<Vector> all(String kind) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
            return files.sorted().map(Vector::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = IntStream.range(1, bytes.length)
                    .filter(i -> bytes[i] == '\n' && bytes[i - 1] == '\n')
                    .findFirst()
                    .orElse(bytes.length);
            List<String> lines = Utf8.text(Arrays.copyOf(bytes, end)).lines().toList();
            byte[] body = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
            return new Vector(file.getFileName().toString(), lines, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String expect() {
        if (!lines.getFirst().startsWith("expect: ")) {
            throw new AssertionError(name + " does not begin with what to expect");
        }
        return text("expect");
    }

    public List<String> texts(String field) {
        String prefix = field + ": ";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    public String text(String field) {
        return texts(field).getFirst();
    }

    public long number(String field) {
        return Long.parseLong(text(field));
    }

    public byte[] bytes(String field) {
        return HexFormat.of().parseHex(text(field));
    }

    public Hash hash(String field) {
        return Hash.ofHex(text(field));
    }

    public List<Hash> hashes(String field) {
        return texts(field).stream().map(Hash::ofHex).toList();
    }

    /// The entries that are written out, or the counted ones: SHA-256 of 0, 1, 2 … in decimal digits.
    public List<byte[]> entries() {
        if (texts("counted").isEmpty()) {
            return texts("entry").stream().map(HexFormat.of()::parseHex).toList();
        }
        return LongStream.range(0, number("counted"))
                .mapToObj(i -> Hash.ofContent(Utf8.bytes(Long.toString(i))).bytes())
                .toList();
    }
}
