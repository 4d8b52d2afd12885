package comity.federation.courier;

import static org.assertj.core.api.Assertions.assertThat;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.directory.keys.Certificates;
import comity.directory.list.EntryJson;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.testkit.HandClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of docs/protocol/vectors/receipts, as the answer to an envelope of State XA.
class ReceiptVectorsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("comity.root", "..")).resolve("docs/protocol/vectors/receipts");

    static List<String> vectors() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void there_are_many_and_most_must_fail() {
        assertThat(vectors()).hasSizeGreaterThan(35);
        assertThat(vectors().stream().filter(name -> !name.startsWith("believed")))
                .hasSizeGreaterThan(28);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void each_is_believed_or_not_as_it_says(String name) throws IOException {
        Map<String, String> vector = read(name);
        Directory directory = new Directory();
        directory.replace(ListVersion.NONE, entries());
        ReceiptCheck check = new ReceiptCheck(
                new StateCode("XA"),
                directory,
                new Certificates(directory),
                HandClock.at(vector.getOrDefault("now", "")));
        assertThat(answer(check, vector)).isEqualTo(vector.get("expect"));
        assertThat(answer(check, vector)).as("asked again").isEqualTo(vector.get("expect"));
    }

    private static String answer(ReceiptCheck check, Map<String, String> vector) {
        Set<UUID> letters = Arrays.stream(vector.getOrDefault("letters", "").split(", "))
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        try {
            check.read(
                    new StateCode("XB"),
                    letters,
                    vector.getOrDefault("digest", ""),
                    Utf8.bytes(vector.getOrDefault("receipt", "")));
            return "believed";
        } catch (NotBelieved e) {
            return e.code();
        }
    }

    private static Map<String, String> read(String name) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve(name))) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return fields;
    }

    private static List<Entry> entries() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("directory"))) {
            List<Entry> entries = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                entries.add(EntryJson.parse(Files.readAllBytes(file)));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
