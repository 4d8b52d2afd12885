package comity.directory.list;

import static org.assertj.core.api.Assertions.assertThat;

import comity.directory.Directory;
import comity.directory.keys.RegistryKey;
import comity.kernel.Utf8;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of docs/protocol/vectors/directory, offered to a node that knows the registry's key.
class ListVectorsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("comity.root", "..")).resolve("docs/protocol/vectors/directory");

    static List<String> vectors() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(20);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void each_is_answered_as_it_says(String name) throws IOException {
        RegistryKey pinned = RegistryKey.parse(Files.readString(FOLDER.resolve("registry.jwk")));
        ListSync.Settings nowhere = ListSync.Settings.of(URI.create("http://127.0.0.1:1"));
        try (TestDatabase database = TestDatabase.with("directory");
                ListSync sync = new ListSync(
                        new Directory(),
                        database.transactions(),
                        pinned,
                        nowhere,
                        HandClock.at("2027-03-13T01:14:00Z"))) {
            Map<String, String> vector = read(name);
            for (String before : names(vector.getOrDefault("after", ""))) {
                sync.offer(Utf8.bytes(read(before + ".txt").getOrDefault("list", "")));
            }
            ListSync.Outcome outcome = sync.offer(Utf8.bytes(vector.getOrDefault("list", "")));
            assertThat(word(outcome)).isEqualTo(vector.get("expect"));
        }
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(", ")).filter(name -> !name.isBlank()).toList();
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

    private static String word(ListSync.Outcome outcome) {
        return switch (outcome) {
            case ListSync.Outcome.Taken _ -> "taken";
            case ListSync.Outcome.Unchanged _ -> "unchanged";
            case ListSync.Outcome.NotTaken not -> not.code();
            case ListSync.Outcome.NotAsked _, ListSync.Outcome.Unreachable _ -> "no answer";
        };
    }
}
