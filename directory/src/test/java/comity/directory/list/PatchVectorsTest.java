package comity.directory.list;

import static org.assertj.core.api.Assertions.assertThat;

import comity.directory.keys.RegistryKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of docs/protocol/vectors/line-patch, applied to what it is a patch of.
class PatchVectorsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("comity.root", "..")).resolve("docs/protocol/vectors/line-patch");
    private static final int LARGEST = 1024 * 1024;

    static List<String> vectors() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(10);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void each_gives_what_it_says(String name) throws Exception {
        Map<String, String> vector = read(name);
        byte[] former = bytes(vector, "former");
        byte[] patch = bytes(vector, "patch");
        String outcome;
        try {
            if (name.equals("list.txt")) {
                byte[] list = LinePatch.applyToList(patch, former, LARGEST);
                RegistryKey pinned = RegistryKey.parse(Files.readString(FOLDER.resolve("registry.jwk")));
                assertThat(DirectoryList.verify(list, pinned).version().number())
                        .isEqualTo(2);
                assertThat(list).isEqualTo(bytes(vector, "gives"));
            } else {
                assertThat(LinePatch.applyToBook(patch, former, LARGEST)).isEqualTo(bytes(vector, "gives"));
            }
            outcome = "patched";
        } catch (LinePatch.Unfit e) {
            outcome = "unfit";
        }
        assertThat(outcome).isEqualTo(vector.get("expect"));
    }

    private static byte[] bytes(Map<String, String> vector, String name) {
        return Base64.getDecoder().decode(vector.getOrDefault(name, ""));
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
}
