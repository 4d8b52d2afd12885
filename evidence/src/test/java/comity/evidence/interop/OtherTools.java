package comity.evidence.interop;

import comity.kernel.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Programs of other people that know the formats of an evidence package.
public final class OtherTools {
    private static final Path ROOT = Path.of(System.getProperty("comity.root"));

    private OtherTools() {}

    /// What a program said.
    @SuppressWarnings("ArrayRecordComponent")
    public record Said(int exit, byte[] out, String err) {
        public String text() {
            return Utf8.text(out) + err;
        }
    }

    /// Runs a program in a folder.
    ///
    /// @throws AssertionError when it is not on this machine; the message names it
    public static Said run(Path folder, List<String> command) {
        try {
            Path err = Files.createTempFile("said", ".txt");
            Path out = Files.createTempFile("said", ".bin");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(err.toFile())
                        .redirectOutput(out.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(120, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(command.getFirst() + " does not end");
                }
                return new Said(process.exitValue(), Files.readAllBytes(out), Files.readString(err));
            } finally {
                Files.deleteIfExists(err);
                Files.deleteIfExists(out);
            }
        } catch (IOException e) {
            throw new AssertionError(
                    command.getFirst() + " was not found: ./comity test installs it, or names its package", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// `age` as Debian packages it, which is the one in Go.
    public static List<String> age(String... words) {
        return command(System.getenv().getOrDefault("COMITY_AGE", "age"), words);
    }

    /// The age implementation in TypeScript, under Node.
    public static List<String> typage(String... words) {
        Path modules = Path.of(System.getenv()
                .getOrDefault(
                        "COMITY_TYPAGE", ROOT.resolve("evidence/target/node").toString()));
        if (!Files.isDirectory(modules.resolve("node_modules/age-encryption"))) {
            throw new AssertionError("age-encryption is not in " + modules
                    + ": ./comity test puts it there with npm, or name the folder: COMITY_TYPAGE=/path");
        }
        List<String> start =
                List.of("node", ROOT.resolve("evidence/src/test/js/age.mjs").toString(), modules.toString());
        return java.util.stream.Stream.concat(start.stream(), java.util.stream.Stream.of(words))
                .toList();
    }

    private static List<String> command(String program, String... words) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(program), java.util.stream.Stream.of(words))
                .toList();
    }

    /// Writes a file that its owner alone may read.
    public static Path file(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
