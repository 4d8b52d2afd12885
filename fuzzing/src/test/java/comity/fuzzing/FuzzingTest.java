package comity.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Feeds the readers for a while. With every test it is a short while, all of them in one process and always
/// with the same chance; `./comity fuzz SECONDS [READER]` feeds one after the other for longer, with other
/// chance each time.
class FuzzingTest {
    private static final int SHORT = 10;
    private static final long SECONDS = Long.getLong("comity.fuzz.seconds", SHORT);
    private static final boolean BY_COMMAND = System.getProperty("comity.fuzz.seconds") != null;
    private static final String ONLY = System.getProperty("comity.fuzz.reader", "")
            .toUpperCase(Locale.ROOT)
            .replace('-', '_');
    private static final Path VECTORS = Path.of(System.getProperty("comity.root", ".."), "docs", "protocol", "vectors");
    private static final int VECTORS_EACH = 12;
    private static final int LONGEST = 20_000;
    private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs");

    /// Whose readers the published vectors are a beginning for.
    private static final Map<String, List<Reader>> READERS = Map.of(
            "evidence", List.of(Reader.SEAL, Reader.MANIFEST, Reader.AGE_FILE, Reader.SIGNATURE),
            "ledger", List.of(Reader.NOTE, Reader.PROOF_FILE, Reader.POLICY, Reader.ENTRY_BUNDLE, Reader.COSIGNING_ASK),
            "letters", List.of(Reader.ENVELOPE, Reader.PROBLEM),
            "law", List.of(Reader.LAW_BOOK_JSON, Reader.LAW_BOOK_CSV, Reader.TREATY_REGISTER, Reader.CONDUCT),
            "receipts", List.of(Reader.RECEIPT),
            "directory", List.of(Reader.DIRECTORY_ENTRY),
            "preservation", List.of(Reader.PRESERVATION_LETTER));

    @TempDir
    private Path folder;

    /// What came of it.
    private record Fed(int exit, String said) {
        long runs() {
            Matcher runs = RUNS.matcher(said);
            return runs.find() ? Long.parseLong(runs.group(1)) : 0;
        }

        /// The finding, when there is one, without what the fuzzer counts.
        String finding() {
            int at = said.indexOf("== Java Exception");
            return at < 0 ? said.substring(Math.max(0, said.length() - 2_000)) : said.substring(at);
        }
    }

    @Test
    void no_reader_breaks_on_the_bytes_of_a_stranger() throws Exception {
        List<String> names = BY_COMMAND
                ? Arrays.stream(Reader.values())
                        .map(Reader::name)
                        .filter(name -> ONLY.isEmpty() || name.equals(ONLY))
                        .toList()
                : List.of(Driver.ALL);
        assertThat(names).as("readers called " + ONLY).isNotEmpty();
        for (String name : names) {
            Fed fed = run(name, Driver.class.getName(), seeds(name));
            assertThat(fed.exit()).as(name + "\n" + fed.finding()).isZero();
            assertThat(fed.runs()).as(name + " was fed").isGreaterThan(1_000);
            if (BY_COMMAND) {
                System.out.println("  " + name + " was fed " + fed.runs() + " times");
            }
        }
    }

    /// The fuzzer finds what is planted: a reader that breaks is not passed over.
    @Test
    void a_reader_that_breaks_is_found() throws Exception {
        Fed fed = run("NONE", Planted.class.getName(), Files.createDirectories(folder.resolve("none")));

        assertThat(fed.exit()).isNotZero();
        assertThat(fed.finding()).contains("planted");
    }

    private Fed run(String name, String target, Path seeds) throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve(target + "-" + name));
        Path said = own.resolve("said.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--target_args=" + name,
                "--instrumentation_includes=comity.**",
                "--custom_hook_includes=comity.**",
                "-max_total_time=" + SECONDS,
                "-max_len=" + LONGEST,
                "-timeout=20",
                "-rss_limit_mb=3000",
                "-artifact_prefix=" + own + "/"));
        if (!BY_COMMAND) {
            command.add("-seed=1");
        }
        command.add(Files.createDirectories(own.resolve("found")).toString());
        command.add(seeds.toString());
        int exit = new ProcessBuilder(command)
                .directory(own.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        return new Fed(exit, Files.readString(said, StandardCharsets.ISO_8859_1));
    }

    /// Some published vectors, each a beginning, in one folder as the fuzzer wants them.
    private Path seeds(String name) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds-" + name));
        for (Map.Entry<String, List<Reader>> kind : READERS.entrySet()) {
            List<Path> vectors = vectors(VECTORS.resolve(kind.getKey()));
            for (Reader reader : kind.getValue()) {
                for (int i = 0; i < vectors.size(); i++) {
                    byte[] bytes = Files.readAllBytes(vectors.get(i));
                    Path seed = seeds.resolve(reader.name() + "-" + i);
                    if (name.equals(Driver.ALL)) {
                        Files.write(seed, chosen(reader, bytes));
                    } else if (name.equals(reader.name())) {
                        Files.write(seed, bytes);
                    }
                }
            }
        }
        return seeds;
    }

    private static List<Path> vectors(Path kind) throws IOException {
        try (Stream<Path> files = Files.walk(kind)) {
            List<Path> small = files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() < LONGEST)
                    .sorted()
                    .toList();
            int step = Math.max(1, small.size() / VECTORS_EACH);
            List<Path> some = new ArrayList<>();
            for (int i = 0; i < small.size(); i += step) {
                some.add(small.get(i));
            }
            return some;
        }
    }

    private static byte[] chosen(Reader reader, byte[] bytes) {
        ByteArrayOutputStream seed = new ByteArrayOutputStream();
        seed.write(reader.ordinal());
        seed.writeBytes(bytes);
        return seed.toByteArray();
    }
}
