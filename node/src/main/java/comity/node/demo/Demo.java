package comity.node.demo;

import comity.cli.words.Texts;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.node.settings.NodeSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings up the federation of the demo, fills it once, and keeps it until it is told to stop.
public final class Demo {
    private static final int MOST_RESTARTS = 20;
    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(3);

    private final DemoOptions options;
    private final PrintStream out;
    private final Texts texts;
    private final List<ChildNode> children = new ArrayList<>();
    private volatile boolean up;
    private @Nullable DemoTimestamps timestamps;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Demo(DemoOptions options, PrintStream out, Texts texts) {
        this.options = options;
        this.out = out;
        this.texts = texts;
    }

    /// Runs until SIGTERM, SIGINT or the unexpected end of a node.
    ///
    /// @return the exit code: 0 after a wished stop, 2 when a node failed
    public static int run(DemoOptions options, PrintStream out, Texts texts) {
        return new Demo(options, out, texts).run();
    }

    private int run() {
        try (FileChannel lockFile = openLock();
                FileLock lock = lockFile.tryLock()) {
            if (lock == null) {
                out.println(texts.say("demo.another", options.data()));
                return 2;
            }
            return bringUpAndWait();
        } catch (IOException e) {
            out.println(texts.say("demo.folder", options.data(), String.valueOf(e.getMessage())));
            return 2;
        }
    }

    private int bringUpAndWait() throws IOException {
        Thread stopping = new Thread(this::stopChildren, "stopping");
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            bringUp();
            stopped.await();
            return 2;
        } catch (DemoFailed e) {
            out.println(e.in(texts));
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            stopChildren();
        }
    }

    private void bringUp() throws IOException {
        Map<DemoNode, List<DemoPerson>> people = federation();
        List<DemoNode> nodes = List.copyOf(people.keySet());
        requireFreePorts(nodes);
        requireFree(options.timePort(), "demo.port-time", "");
        DemoFiles files = new DemoFiles(options.data(), options.programs(), options.timePort());
        if (options.reset()) {
            out.println(texts.say("demo.dropping", options.data()));
            files.drop();
        }
        boolean seeding = options.seed() && !files.isSeeded();
        files.clock().begin(seeding ? Seed.LONGEST_AGO : Duration.ZERO);
        files.prepare(people, silent());
        timestamps = files.timestamps();
        out.println(texts.say("demo.starting"));
        // The registry answers first: the others ask it who is who.
        start(nodes.getFirst(), files);
        children.getFirst().awaitReady(PATIENCE_AT_START);
        nodes.stream().skip(1).forEach(node -> start(node, files));
        for (ChildNode child : List.copyOf(children)) {
            child.awaitReady(PATIENCE_AT_START);
            out.printf("  %-3s %s%n", child.node().state(), texts.say("demo.answers", child.web()));
        }
        up = true;
        if (seeding) {
            out.println(texts.say("demo.filling"));
            seed(people, files);
            files.sendForgery(silent(), nodes.getLast());
            out.println("  " + texts.say("demo.forged", nodes.getLast().web()));
            files.markSeeded();
        }
        if (options.readyFile().isPresent()) {
            ReadyFile.write(options.readyFile().get(), children, people, files.tokens(nodes));
        }
        new Welcome(out, texts).print(people, options.data());
    }

    /// Said at once, because a node that finds its port taken says so only in its log, a while later.
    private static void requireFreePorts(List<DemoNode> nodes) {
        for (DemoNode node : nodes) {
            for (int port : node.ports()) {
                requireFree(port, "demo.port-node", node.state().code());
            }
        }
    }

    private static void requireFree(int port, String text, String whose) {
        if (!isFree(port)) {
            throw new DemoFailed(
                    words -> words.say(text, String.valueOf(port), whose) + "\n" + words.say("demo.port-otherwise"));
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void seed(Map<DemoNode, List<DemoPerson>> people, DemoFiles files) throws IOException {
        Map<String, String> tokens = files.tokens(List.copyOf(people.keySet()));
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Map<String, DeskCalls> callers = new HashMap<>();
            people.forEach((node, persons) -> persons.forEach(person -> callers.putIfAbsent(
                    node.state() + "/" + person.role().code(),
                    new DeskCalls(http, node.web(), tokens.getOrDefault(person.signIn(), "")))));
            Seed seed = new Seed(out, texts, callers, files.clock());
            seed.plant();
            for (String packageId : seed.toBeDamaged()) {
                DemoArtefacts.damage(options.data().resolve("XA").resolve("exhibits"), packageId);
                out.println("  " + texts.say("demo.bad-exhibit"));
            }
        }
    }

    private void start(DemoNode node, DemoFiles files) {
        List<String> arguments = new ArrayList<>(List.of(
                "node",
                "--config",
                node.settingsFile().toString(),
                "--end-with-input",
                "--accounts",
                files.accounts(node).toString()));
        if (node.part() == NodeSettings.Part.REGISTRY) {
            arguments.addAll(List.of("--entries", files.entries().toString()));
        }
        keepUp(node, arguments, MOST_RESTARTS);
    }

    /// Starts a node, and starts it again when it ends though nobody asked: a node that was killed must come back
    /// and find everything, and people who try the demo will kill one.
    private void keepUp(DemoNode node, List<String> arguments, int restartsLeft) {
        ChildNode child = ChildNode.start(node, node.folder(), arguments);
        synchronized (this) {
            if (stopped.getCount() == 0) {
                child.stop();
                return;
            }
            children.removeIf(other -> other.node().equals(node));
            children.add(child);
        }
        child.onUnexpectedEnd(() -> {
            if (stopped.getCount() == 0) {
                return;
            }
            if (restartsLeft > 0 && up) {
                out.println(texts.say("demo.restarting", node.state()));
                keepUp(node, arguments, restartsLeft - 1);
            } else {
                out.println(texts.say("demo.ended", node.state(), child.log()));
                stopped.countDown();
            }
        });
    }

    private Map<DemoNode, List<DemoPerson>> federation() {
        Map<DemoNode, List<DemoPerson>> people = new LinkedHashMap<>();
        people.put(
                node("ZZ", NodeSettings.Part.REGISTRY, "registry-1", "UTC", Language.ENGLISH, 2),
                DemoPerson.ofTheRegistry(
                        Stream.of("XA", "XB", "XC", "XD").map(StateCode::new).toList()));
        people.put(
                node("XA", NodeSettings.Part.STATE, "xa-1", "Europe/Paris", Language.FRENCH, 0),
                DemoPerson.of(new StateCode("XA"), Language.FRENCH.tag()));
        people.put(
                node("XB", NodeSettings.Part.STATE, "xb-1", "Europe/London", Language.ENGLISH, 1),
                DemoPerson.of(new StateCode("XB"), Language.ENGLISH.tag()));
        return people;
    }

    /// A State that is party and has keys, and whose node does not run: a letter to it waits. It is in its name that a
    /// forged letter comes.
    private DemoNode silent() {
        return node("XC", NodeSettings.Part.STATE, "xc-1", "Etc/GMT+3", Language.RUSSIAN, 3);
    }

    private DemoNode node(
            String state, NodeSettings.Part part, String name, String zone, Language language, int place) {
        StateCode code = new StateCode(state);
        return new DemoNode(
                code,
                part,
                name,
                ZoneId.of(zone),
                language,
                options.data().resolve(part == NodeSettings.Part.REGISTRY ? "registry" : state),
                options.portBase() + place * DemoOptions.PORTS_PER_NODE);
    }

    private void stopChildren() {
        List<ChildNode> running;
        synchronized (this) {
            stopped.countDown();
            running = List.copyOf(children);
            children.clear();
        }
        if (timestamps != null) {
            timestamps.close();
        }
        // All at once: each node needs a second or two for its database.
        List<Thread> stoppings = running.stream()
                .map(child -> Thread.ofVirtual().start(child::stop))
                .toList();
        for (Thread stopping : stoppings) {
            try {
                stopping.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private FileChannel openLock() throws IOException {
        Files.createDirectories(options.data());
        return FileChannel.open(
                options.data().resolve(DemoFiles.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
