package comity.federation.vectors;

import comity.kernel.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One file of docs/protocol/vectors/letters: lines `name: value`, and an envelope at the end.
///
/// @param calls what is brought, one after the other; the expectation is of the last
record LetterVector(String name, String expect, Instant now, String connection, List<String> before, byte[] envelope) {
    static final Path FOLDER =
            Path.of(System.getProperty("comity.root", "..")).resolve("docs/protocol/vectors/letters");

    static List<LetterVector> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(LetterVector::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LetterVector named(String name) {
        return read(FOLDER.resolve(name + ".txt"));
    }

    private static LetterVector read(Path file) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    fields.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LetterVector(
                file.getFileName().toString().replace(".txt", ""),
                fields.getOrDefault("expect", ""),
                Instant.parse(fields.getOrDefault("now", "")),
                fields.getOrDefault("connection", ""),
                Arrays.stream(fields.getOrDefault("after", "").split(", "))
                        .filter(before -> !before.isBlank())
                        .toList(),
                Utf8.bytes(fields.getOrDefault("envelope", "")));
    }

    @Override
    public String toString() {
        return name + " → " + expect;
    }
}
