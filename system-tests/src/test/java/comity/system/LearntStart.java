package comity.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What Java learns from the start of one node, so that all others start with half the work: their classes are read,
/// checked and linked already (JEP 483 and 514). Nodes run the same code as without it.
///
/// The first test process that starts a node starts one more, only to learn; whoever starts a node meanwhile does so as
/// usual. Java can learn from jars only, which there are in `./comity test`, and not when Maven stops at `test`.
final class LearntStart {
    private static final Path TARGET = Path.of(System.getProperty("comity.root", ".."), "system-tests", "target");
    private static final Path LEARNT = TARGET.resolve("nodes.aot");
    private static final String PASSWORD = "correct horse battery";
    private static final List<Path> CLASS_PATH = Stream.of(Java.CLASS_PATH.split(java.io.File.pathSeparator))
            .map(Path::of)
            .toList();

    private LearntStart() {}

    /// What a node's Java is told to use it; nothing where there is nothing to use.
    static synchronized Optional<String> flag() {
        return CLASS_PATH.stream().allMatch(Files::isRegularFile) && isThere()
                ? Optional.of("-XX:AOTCache=" + LEARNT)
                : Optional.empty();
    }

    private static boolean isThere() {
        try {
            if (isYoungerThanItsJars()) {
                return true;
            }
            try (FileChannel file = FileChannel.open(
                            TARGET.resolve("nodes.aot.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.tryLock()) {
                // Another test process learns just now, or has learnt a moment ago.
                return lock != null && (isYoungerThanItsJars() || learn());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isYoungerThanItsJars() throws IOException {
        if (!Files.exists(LEARNT)) {
            return false;
        }
        for (Path jar : CLASS_PATH) {
            if (Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(LEARNT)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /// A State's node comes up, shows its pages to somebody who has signed in, and is stopped.
    private static boolean learn() throws IOException {
        Path folder = Folders.make("learning");
        int ports = Ports.claim();
        require(node(folder, "ZZ", "registry", ports + 4).told().init(""));
        InstalledNode state = node(folder, "XA", "state", ports);
        require(state.told().init(PASSWORD, "--administrator", "admin"));
        Path learning = TARGET.resolve("nodes.aot.part");
        Files.deleteIfExists(learning);
        try (InstalledNode learner =
                        state.told("-XX:AOTCacheOutput=" + learning).start();
                PlainBrowser browser = new PlainBrowser(state.web())) {
            // It never is ready in its own eyes: its registry does not run. Its pages are all there.
            ApiCalls.await(
                    "that a node to learn from shows its pages",
                    () -> ApiCalls.answers(learner.web().resolve("/sign-in")));
            browser.signIn("admin", PASSWORD);
            browser.open("/people");
            browser.open("/health");
            // It writes down what it has learnt when it ends, which takes longer than the ending.
            learner.stopWithin(Duration.ofMinutes(4));
            if (!Files.exists(learning)) {
                throw new IllegalStateException("Java has learnt nothing: " + learner.lastWords());
            }
        }
        Files.move(learning, LEARNT, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static void require(InstalledNode.Said said) {
        if (said.exit() != 0) {
            throw new IllegalStateException(said.text());
        }
    }

    private static InstalledNode node(Path folder, String state, String part, int web) {
        return InstalledNode.configured(
                folder.resolve(state),
                new InstalledNode.Wanted(
                        state,
                        part,
                        web,
                        "http://localhost:9/directory/list",
                        "../registry-key.jwk",
                        List.of("drill: true", "programs: " + RunningDemo.PROGRAMS)));
    }
}
