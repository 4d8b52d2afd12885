package comity.system;

import comity.evidence.age.Identity;
import comity.evidence.age.KeyFile;
import comity.evidence.age.KeyKind;
import comity.node.time.DrillClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demo as a script would start it: its own process, its own folder and ports, found through its ready file.
final class RunningDemo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /// Unpacked once on a machine, and shared with the tests of the rooms.
    static final Path PROGRAMS =
            Path.of(System.getProperty("java.io.tmpdir"), "comity-postgres-" + System.getProperty("user.name"));

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final boolean HAS_SESSIONS = Files.isExecutable(SETSID);
    /// A run in the background of a shell ignores Ctrl-C, and so would every demo that it starts.
    private static final List<String> HEARING_CTRL_C = List.of("/usr/bin/env", "--default-signal=INT");

    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Path folder;
    private final Map<String, Node> nodes;

    /// One node as the ready file names it.
    record Node(String state, URI web, URI letters, URI ledger, long processId, Path log, Map<String, Person> people) {
        String logText() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Person as(String role) {
            return people.get(role);
        }
    }

    record Person(String signIn, String password, String token) {}

    private RunningDemo(Process process, Path folder, Map<String, Node> nodes) {
        this.process = process;
        this.folder = folder;
        this.nodes = nodes;
    }

    /// A federation with nothing in it.
    static RunningDemo empty() {
        Path folder = newFolder();
        giveOlderKind(sealingKey(folder, "XA"));
        return start(folder, "--no-seed");
    }

    /// Where a node has the key to what is sealed for it.
    private static Path sealingKey(Path folder, String state) {
        return folder.resolve("data").resolve(state).resolve("keys").resolve("sealing.key");
    }

    /// The age of a Debian of today knows no post-quantum recipient, which a node draws by itself.
    private static void giveOlderKind(Path key) {
        try {
            Files.createDirectories(key.getParent());
            Files.writeString(key, KeyFile.write(Identity.draw(KeyKind.X25519), Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The key to what is sealed for a State, in the file in which age keeps such a key.
    Path sealingKey(String state) {
        return sealingKey(folder, state);
    }

    /// Where the exhibits of a node lie.
    Path exhibitsOf(String state) {
        return folder.resolve("data").resolve(state).resolve("exhibits");
    }

    static RunningDemo start(Path folder, String... more) {
        Path ready = folder.resolve("ready.json");
        Path output = folder.resolve("demo.log");
        try {
            Files.deleteIfExists(ready);
            ProcessBuilder demo = new ProcessBuilder(command(folder, Ports.claim(), more))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            Java.quickToStart(demo);
            Process process = demo.start();
            await(process, ready, output);
            return new RunningDemo(process, folder, read(ready));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a demo said that could not start, and its exit code.
    record Said(int exit, String text) {}

    static Said startInVain(Path folder, int ports) {
        try {
            Process process = Java.speaksEnglish(new ProcessBuilder(command(folder, ports)))
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(Path folder, int ports, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--data",
                folder.resolve("data").toString(),
                "--programs",
                PROGRAMS.toString(),
                "--port-base",
                String.valueOf(ports),
                "--ready-file",
                folder.resolve("ready.json").toString()));
        arguments.addAll(List.of(more));
        List<String> command = new ArrayList<>();
        if (HAS_SESSIONS) {
            command.add(SETSID.toString());
        }
        if (works(HEARING_CTRL_C)) {
            command.addAll(HEARING_CTRL_C);
        }
        command.addAll(Java.node(arguments));
        return command;
    }

    Node node(String state) {
        return nodes.get(state);
    }

    Path folder() {
        return folder;
    }

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /// Moves the clock of all its nodes forward while they run.
    void passTime(Duration time) {
        Path clock = folder.resolve("data").resolve("clock");
        try {
            DrillClock.write(
                    clock, Duration.parse(Files.readString(clock).strip()).plus(time));
            // By then every node has read it, and it counts.
            TimeUnit.MILLISECONDS.sleep(
                    DrillClock.UNTIL_IT_COUNTS.plusMillis(500).toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Ends a node as a power cut would. The demo starts it again by itself.
    void kill(String state) {
        ProcessHandle node = nodeProcess(state);
        node.destroyForcibly();
        node.onExit().join();
    }

    /// The process that runs a node now; the demo writes its number anew at each start.
    ProcessHandle nodeProcess(String state) {
        try {
            Path number = folder.resolve("data").resolve(state).resolve("node.pid");
            return ProcessHandle.of(Long.parseLong(Files.readString(number).strip()))
                    .orElseThrow(() -> new IllegalStateException("No process of " + state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitAnswering(String state) {
        ApiCalls.await(
                state + " answers again",
                () -> ApiCalls.answers(node(state).web().resolve("/readyz")));
    }

    /// Ways to end a demo.
    enum Signal {
        /// As a script stops it.
        TERM,
        /// As Ctrl-C in a terminal: all processes of the demo get it at once.
        INT,
        /// As the power, or a person who is out of patience.
        KILL
    }

    private static boolean works(List<String> prefix) {
        List<String> nothing = new ArrayList<>(prefix);
        nothing.add("true");
        try {
            return new ProcessBuilder(nothing).start().waitFor() == 0;
        } catch (IOException e) {
            // There is no such program.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Ends it, and says whether every process that it started is gone soon after.
    boolean stop(Signal signal) {
        List<ProcessHandle> started = process.descendants().toList();
        String whom = signal == Signal.INT && HAS_SESSIONS ? "-" + process.pid() : String.valueOf(process.pid());
        try {
            new ProcessBuilder("kill", "-s", signal.name(), "--", whom).start().waitFor();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                return false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        ApiCalls.await("that no process is left", () -> started.stream().noneMatch(ProcessHandle::isAlive));
        return !started.isEmpty();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop(Signal.TERM);
        }
    }

    static Path newFolder() {
        return Folders.make("demo");
    }

    private static void await(Process process, Path ready, Path output) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(ready)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("The demo did not come up:\n" + Files.readString(output));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the demo came up", e);
            }
        }
    }

    private static Map<String, Node> read(Path ready) throws IOException {
        Map<String, Node> nodes = new HashMap<>();
        for (JsonNode node : JSON.readTree(Files.readString(ready)).path("nodes")) {
            Map<String, Person> people = new HashMap<>();
            for (JsonNode person : node.path("people")) {
                people.putIfAbsent(
                        person.path("role").asString(),
                        new Person(
                                person.path("signIn").asString(),
                                person.path("password").asString(),
                                person.path("token").asString()));
            }
            String state = node.path("state").asString();
            nodes.put(
                    state,
                    new Node(
                            state,
                            URI.create(node.path("web").asString()),
                            URI.create(node.path("letters").asString()),
                            URI.create(node.path("ledger").asString()),
                            node.path("processId").asLong(),
                            Path.of(node.path("log").asString()),
                            people));
        }
        return nodes;
    }
}
