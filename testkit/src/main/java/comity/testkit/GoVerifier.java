package comity.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program `src/main/go/verify.go`, which checks ledgers over libraries that other people wrote.
/// Built from the Go packages of this machine: nothing is downloaded.
public final class GoVerifier {
    private static final Path SOURCE = Path.of(System.getProperty("comity.root"), "testkit/src/main/go/verify.go");
    private static final String MISSING = """
            The ledger is checked by a program of other people, which is built with Go and golang.org/x/mod, and %s.
            Install the packages golang-go and golang-golang-x-mod-dev (on Debian: sudo apt-get install golang-go \
            golang-golang-x-mod-dev), or name what holds them: COMITY_GO=/path/to/go COMITY_GOPATH=/path/to/gocode""";

    private final Path program;

    private GoVerifier(Path program) {
        this.program = program;
    }

    /// What it said.
    ///
    /// @param code 0 for good, 1 for not good
    public record Answer(int code, String said) {}

    /// Builds it into a folder.
    ///
    /// @throws AssertionError when a package is missing; the message names it
    public static GoVerifier build(Path folder) {
        Path gopath = Path.of(System.getenv().getOrDefault("COMITY_GOPATH", "/usr/share/gocode"));
        if (!Files.isDirectory(gopath.resolve("src/golang.org/x/mod/sumdb/tlog"))) {
            throw new AssertionError(MISSING.formatted("golang.org/x/mod is not in " + gopath));
        }
        Path program = folder.resolve("verify");
        List<String> command = List.of(
                System.getenv().getOrDefault("COMITY_GO", "go"), "build", "-o", program.toString(), SOURCE.toString());
        Map<String, String> settings = Map.of(
                "GO111MODULE", "off",
                "GOFLAGS", "",
                "GOPATH", gopath.toString(),
                "GOCACHE", folder.resolve("cache").toString(),
                "GOPROXY", "off");
        try {
            Answer built = run(command, settings, 300);
            if (built.code() != 0) {
                throw new AssertionError("verify.go does not build: " + built.said());
            }
        } catch (IOException e) {
            throw new AssertionError(MISSING.formatted("there is no go"), e);
        }
        return new GoVerifier(program);
    }

    /// Asks it.
    public Answer ask(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(words);
        try {
            return run(command, Map.of(), 60);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer run(List<String> command, Map<String, String> settings, int seconds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("No answer in time: " + command);
            }
            return new Answer(process.exitValue(), said.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
