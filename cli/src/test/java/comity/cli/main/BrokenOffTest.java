package comity.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sealing and opening in a process of their own, which is killed or whose disk takes no more: nothing half-written is
/// ever taken for whole.
class BrokenOffTest {
    private static final long LARGE = 3L << 30;
    private static final long SMALL = 40L << 20;

    @TempDir
    private Path folder;

    private Path key;
    private String recipient;

    @BeforeEach
    void draw() throws Exception {
        key = folder.resolve("key.txt");
        recipient =
                ended(start("keygen", "--out", key)).text().lines().findFirst().orElseThrow();
    }

    /// What a process said.
    private record Said(int exit, String text) {}

    private Process start(Object... words) throws IOException {
        return startWith("", words);
    }

    /// @param before a command of the shell before it, for instance a limit
    private Process startWith(String before, Object... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                before + " exec \"$@\"",
                "bash",
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx96m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (Object word : words) {
            command.add(word.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LANG", "en");
        return builder.start();
    }

    private static Said ended(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    /// A file that has a length and takes no room.
    private Path sparse(String name, long length) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(length);
        }
        return file;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).toList();
        }
    }

    private void killWhenBegun(Process process, String unfinished) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (names().stream().noneMatch(name -> name.startsWith(unfinished) && hasGrown(name))) {
            assertThat(process.isAlive()).as("still at work").isTrue();
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(20);
        }
        process.destroyForcibly().waitFor();
    }

    private boolean hasGrown(String name) {
        try (Stream<Path> walk = Files.walk(folder.resolve(name))) {
            return walk.anyMatch(path -> path.toFile().isFile() && path.toFile().length() > SMALL);
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    @Test
    void a_sealing_that_is_killed_leaves_no_package_and_can_be_begun_anew() throws Exception {
        Path large = sparse("large.img", LARGE);
        Path sealed = folder.resolve("sealed");
        killWhenBegun(start("seal", "--to", recipient, "--out", sealed, large), "sealed.unfinished-");
        assertThat(sealed).doesNotExist();
        assertThat(names()).anyMatch(name -> name.startsWith("sealed.unfinished-"));
        Path small = sparse("small.img", SMALL);
        Said again = ended(start("seal", "--to", recipient, "--out", sealed, small));
        assertThat(again.exit()).as(again.text()).isZero();
        assertThat(ended(start("verify", sealed, "--identity", key)).exit()).isZero();
    }

    @Test
    void an_opening_that_is_killed_leaves_nothing_under_the_name_of_the_whole() throws Exception {
        Path sealed = folder.resolve("sealed");
        assertThat(ended(start("seal", "--to", recipient, "--out", sealed, sparse("large.img", 384L << 20)))
                        .exit())
                .isZero();
        Path opened = folder.resolve("opened");
        killWhenBegun(start("open", sealed, "--identity", key, "--out", opened), "opened.unfinished-");
        assertThat(opened).doesNotExist();
        assertThat(ended(start("open", sealed, "--identity", key, "--out", opened))
                        .exit())
                .isZero();
        assertThat(ended(start("verify", opened)).exit()).isZero();
    }

    /// A limit on the length of files answers as a full disk does: the write fails.
    @Test
    void a_disk_that_takes_no_more_is_said_and_what_was_begun_is_taken_away() throws Exception {
        Path small = sparse("small.img", SMALL);
        Path sealed = folder.resolve("sealed");
        Said full = ended(startWith("ulimit -f 8192;", "seal", "--to", recipient, "--out", sealed, small));
        assertThat(full.exit()).isEqualTo(2);
        assertThat(full.text()).contains("payload.age cannot be written; the disk may be full");
        assertThat(names()).noneMatch(name -> name.startsWith("sealed"));

        assertThat(ended(start("seal", "--to", recipient, "--out", sealed, small))
                        .exit())
                .isZero();
        Path opened = folder.resolve("opened");
        Said fullAgain = ended(startWith("ulimit -f 8192;", "open", sealed, "--identity", key, "--out", opened));
        assertThat(fullAgain.exit()).isEqualTo(2);
        assertThat(fullAgain.text()).contains("small.img cannot be written");
        assertThat(names()).noneMatch(name -> name.startsWith("opened"));
    }

    @Test
    void memory_stays_small_however_long_the_file_is() throws Exception {
        Path large = sparse("large.img", 384L << 20);
        Path sealed = folder.resolve("sealed");
        Process process = start("seal", "--to", recipient, "--out", sealed, large);
        long most = 0;
        do {
            most = Math.max(most, residentKilobytes(process.pid()));
        } while (!process.waitFor(50, TimeUnit.MILLISECONDS));
        assertThat(ended(process).exit()).isZero();
        assertThat(most).isGreaterThan(0).isLessThan(256 * 1024);
    }

    private static long residentKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
