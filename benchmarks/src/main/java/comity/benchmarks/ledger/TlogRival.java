package comity.benchmarks.ledger;

import comity.benchmarks.Section.CannotRun;
import comity.benchmarks.load.Quantiles;
import comity.kernel.Utf8;
import comity.ledger.Hash;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rival: the tree of Go's checksum database, `golang.org/x/mod/sumdb/tlog`, driven by `rival.go` in
/// a process of its own. Built from the Go packages of this machine: nothing is downloaded.
final class TlogRival {
    private static final String SOURCE = "rival.go";
    private static final String MISSING = "the rival is built with Go and golang.org/x/mod (on Debian: golang-go and"
            + " golang-golang-x-mod-dev), and %s; COMITY_GO and COMITY_GOPATH name them elsewhere";

    private final Path program;

    private TlogRival(Path program) {
        this.program = program;
    }

    /// Builds it in a folder.
    ///
    /// @throws CannotRun when Go or the library is not on this machine
    static TlogRival build(Path folder) throws CannotRun, IOException, InterruptedException {
        return build(
                folder,
                System.getenv().getOrDefault("COMITY_GO", "go"),
                Path.of(System.getenv().getOrDefault("COMITY_GOPATH", "/usr/share/gocode")));
    }

    static TlogRival build(Path folder, String go, Path gopath) throws CannotRun, IOException, InterruptedException {
        if (!Files.isDirectory(gopath.resolve("src/golang.org/x/mod/sumdb/tlog"))) {
            throw new CannotRun(MISSING.formatted("the library is not there"));
        }
        Files.createDirectories(folder);
        Path source = folder.resolve(SOURCE);
        try (InputStream file = TlogRival.class.getResourceAsStream(SOURCE)) {
            if (file == null) {
                throw new FileNotFoundException(SOURCE + " is missing from this build");
            }
            Files.write(source, file.readAllBytes());
        }
        Path program = folder.resolve("rival");
        ProcessBuilder build =
                new ProcessBuilder(go, "build", "-o", program.toString(), source.toString()).directory(folder.toFile());
        build.environment()
                .putAll(Map.of(
                        "GO111MODULE", "off",
                        "GOFLAGS", "",
                        "GOPATH", gopath.toString(),
                        "GOCACHE", folder.resolve("cache").toString(),
                        "GOPROXY", "off"));
        requireGo(build);
        said(build);
        return new TlogRival(program);
    }

    /// What it said, by name: the values of its rounds, in their order.
    record Answer(Map<String, List<String>> values) {
        static Answer of(String lines) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            lines.lines().forEach(line -> {
                int space = line.indexOf(' ');
                if (space < 1) {
                    throw new IllegalArgumentException("Not a name and a value: " + line);
                }
                values.computeIfAbsent(line.substring(0, space), _ -> new ArrayList<>())
                        .add(line.substring(space + 1));
            });
            return new Answer(values);
        }

        String word(String name) {
            return all(name).getFirst();
        }

        double median(String name) {
            return Quantiles.median(all(name).stream().map(Double::valueOf).toList());
        }

        private List<String> all(String name) {
            List<String> found = values.get(name);
            if (found == null) {
                throw new IllegalArgumentException("The rival said nothing of " + name);
            }
            return found;
        }
    }

    /// Appends a second to a tree of so many leaves, every hash kept in memory.
    ///
    /// @param root of the same tree as we have grown it
    double appends(int leaves, int rounds, Hash root) throws IOException, InterruptedException {
        Answer answer = ask("appends", String.valueOf(leaves), String.valueOf(rounds));
        if (!answer.word("root").equals(root.base64())) {
            throw new IllegalStateException("The rival has grown another tree: " + answer.word("root"));
        }
        return answer.median("append");
    }

    /// Microseconds that it takes to make and check proofs in a tree, by the names of the methods in
    /// [Proving].
    Answer proofMicros(long leaves, int rounds, int millis) throws IOException, InterruptedException {
        return ask("proofs", String.valueOf(leaves), String.valueOf(rounds), String.valueOf(millis));
    }

    /// Seconds that it takes to verify a whole published log.
    double auditSeconds(Path folder, String logKey, int rounds) throws IOException, InterruptedException {
        return ask("audit", folder.toString(), logKey, String.valueOf(rounds)).median("audit");
    }

    /// The version of Go that it was built with.
    String builtWith() throws IOException, InterruptedException {
        return ask("appends", "1", "1").word("built");
    }

    private Answer ask(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(Arrays.asList(words));
        return Answer.of(said(new ProcessBuilder(line)));
    }

    private static void requireGo(ProcessBuilder build) throws CannotRun, IOException, InterruptedException {
        ProcessBuilder version = new ProcessBuilder(build.command().getFirst(), "version");
        version.environment().putAll(build.environment());
        try {
            said(version);
        } catch (IOException e) {
            throw new CannotRun(MISSING.formatted("there is no go"));
        }
    }

    /// What a program printed.
    ///
    /// @throws IllegalStateException when it did not end well
    private static String said(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        try {
            String said = Utf8.text(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(builder.command() + " ended badly: " + said);
            }
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
