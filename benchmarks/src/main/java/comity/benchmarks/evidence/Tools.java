package comity.benchmarks.evidence;

import comity.benchmarks.Section.CannotRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The programs that people seal with today, each a process with its own start.
final class Tools {
    private final Path folder;
    private final String recipient;

    private Tools(Path folder, String recipient) {
        this.folder = folder;
        this.recipient = recipient;
    }

    /// Makes keys for them.
    ///
    /// @throws CannotRun when age or openssl is not there
    static Tools in(Path folder) throws CannotRun, IOException {
        Path key = folder.resolve("tools-key.txt");
        if (!there("age", "--version") || !there("openssl", "version")) {
            throw new CannotRun("age or openssl is not there");
        }
        run(folder, "age-keygen -o '" + key + "' 2>/dev/null");
        String recipient = Files.readAllLines(key).stream()
                .filter(line -> line.startsWith("# public key: "))
                .map(line -> line.substring("# public key: ".length()))
                .findFirst()
                .orElseThrow();
        run(
                folder,
                "openssl req -x509 -newkey rsa:2048 -nodes -keyout cms.key -out cms.pem -subj /CN=x -days 2 2>/dev/null");
        return new Tools(folder, recipient);
    }

    static boolean there(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The same work by hand: the digest of the plaintext, the sealing, the digest of what was sealed.
    double byHand(Path file) throws IOException {
        return seconds("openssl dgst -sha256 '" + file + "' && age -r " + recipient + " -o out.bin '" + file
                + "' && openssl dgst -sha256 out.bin");
    }

    /// The same, and then what was sealed is forced to the disk, as ours is.
    double byHandAndForced(Path file) throws IOException {
        return seconds("openssl dgst -sha256 '" + file + "' && age -r " + recipient + " -o out.bin '" + file
                + "' && openssl dgst -sha256 out.bin && sync -d out.bin");
    }

    double ageAlone(Path file) throws IOException {
        return seconds("age -r " + recipient + " -o out.bin '" + file + "'");
    }

    double cms(Path file) throws IOException {
        return seconds("openssl cms -encrypt -stream -binary -aes-256-gcm -outform DER -in '" + file
                + "' -out out.bin cms.pem");
    }

    /// With a password: the bulk is the same as with a key, and no keyring needs to be made.
    Optional<Double> gpg(Path file) throws IOException {
        if (!there("gpg", "--version")) {
            return Optional.empty();
        }
        return Optional.of(seconds("gpg --homedir . --batch --yes -q --symmetric --cipher-algo AES256 -z 0"
                + " --passphrase x --pinentry-mode loopback -o out.bin '" + file + "'"));
    }

    /// A file fetched over TLS 1.3 with a certificate, as a person with `curl` does it.
    ///
    /// @param keys the folder with `channel.pem` and `channel-key.pem` of whoever fetches
    /// @param root whom to believe
    /// @param after what to do with the file besides, as words of a shell
    double curl(URI from, Path keys, Path root, Path to, String after) throws IOException {
        return seconds("curl --silent --show-error --fail --tlsv1.3 --http1.1 --cert '" + keys.resolve("channel.pem")
                + "' --key '" + keys.resolve("channel-key.pem") + "' --cacert '" + root + "' --output '" + to + "' '"
                + from + "'" + after);
    }

    /// The digests of a bag, as everybody checks them.
    double sha256sum(Path bag) throws IOException {
        return seconds("cd '" + bag + "' && sha256sum --quiet -c manifest-sha256.txt");
    }

    private double seconds(String command) throws IOException {
        long begun = System.nanoTime();
        run(folder, command + " >/dev/null");
        double seconds = (System.nanoTime() - begun) / 1e9;
        Files.deleteIfExists(folder.resolve("out.bin"));
        return seconds;
    }

    private static void run(Path folder, String command) throws IOException {
        List<String> words = new ArrayList<>(List.of("bash", "-c", command));
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("tools.log").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(folder.resolve("tools.log")));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
