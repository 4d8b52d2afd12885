package comity.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real server that speaks S3 (S3Proxy), in a process of its own: it brings a hundred jars, which
/// must not come near what is tested. A bucket is a folder, and an object a file in it, so that a test
/// can read what was stored without the program that stored it.
public final class S3Server implements AutoCloseable {
    /// The name of the one access key that it knows.
    public static final String KEY = "comity-test";
    /// The secret of that key.
    public static final String SECRET = "a-secret-that-is-only-for-tests";

    private static final Path CLASS_PATH = Path.of(System.getProperty("comity.root"), "testkit/target/s3-class-path");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final String QUIET = """
            <configuration>
              <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%level %logger{0} %msg%n</pattern></encoder>
              </appender>
              <root level="WARN"><appender-ref ref="OUT"/></root>
            </configuration>
            """;

    private final Path folder;
    private final int port;
    private Process process;

    private S3Server(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /// Starts one that keeps everything below a folder.
    public static S3Server start(Path folder) {
        try {
            int port = freePort();
            Files.createDirectories(folder.resolve("buckets"));
            Files.writeString(folder.resolve("logback.xml"), QUIET);
            Files.writeString(
                    folder.resolve("s3proxy.conf"), """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=aws-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem-nio2
                    jclouds.filesystem.basedir=%s
                    """.formatted(port, KEY, SECRET, folder.resolve("buckets")));
            S3Server server = new S3Server(folder, port, run(folder));
            server.await();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// The folder of a bucket, which is made when there is none.
    public Path bucket(String name) {
        try {
            return Files.createDirectories(folder.resolve("buckets").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends it as a power cut would.
    public void stop() {
        process.destroyForcibly().onExit().join();
    }

    /// Starts it again, at the same address and with what it kept.
    public void startAgain() {
        try {
            process = run(folder);
            await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static Process run(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Dlogback.configurationFile=" + folder.resolve("logback.xml"),
                        "-cp",
                        Files.readString(CLASS_PATH).strip(),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        folder.resolve("s3proxy.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder)))
                .start();
        // A test that is stopped half way leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static File log(Path folder) {
        return folder.resolve("s3proxy.log").toFile();
    }

    private void await() throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("The S3 server did not come up:\n"
                        + Files.readString(log(folder).toPath()));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /// Any answer will do: it knows nobody who does not sign.
    private boolean answers() {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) endpoint().resolve("/anything").toURL().openConnection();
            call.setConnectTimeout(1000);
            call.setReadTimeout(10_000);
            return call.getResponseCode() > 0;
        } catch (IOException e) {
            // Not yet.
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /// The words of a settings file that make a node publish in a bucket of this server.
    ///
    /// @param keys where the two files with the key are written
    public List<String> settings(String bucket, String prefix, Path keys) {
        try {
            Path id = Files.writeString(keys.resolve("access-key"), KEY + "\n");
            Path secret = Files.writeString(keys.resolve("secret-key"), SECRET + "\n");
            return List.of(
                    "ledger:",
                    "  files:",
                    "    s3:",
                    "      endpoint: " + endpoint(),
                    "      region: us-east-1",
                    "      bucket: " + bucket,
                    "      prefix: " + prefix,
                    "      accessKeyFile: " + id.getFileName(),
                    "      secretKeyFile: " + secret.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
