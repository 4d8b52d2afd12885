package comity.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The running server, tied to the life of this process.
///
/// The server runs under a small shell that reads a pipe from this process. When the pipe closes, because [#stop]
/// closed it or because this process ended in whatever way, a SIGKILL included, the shell asks the server for a
/// fast, clean shutdown. So no server is left behind by a node that was killed.
final class ServerProcess {
    /// `$@` is the server's command. The server gets no terminal and no pipe; the watcher holds the pipe.
    private static final String TIED_TO_PIPE = """
            exec 3<&0 0</dev/null
            trap '' HUP INT TERM
            "$@" 3<&- &
            server=$!
            { read -r _ <&3; kill -s INT $server 2>/dev/null; } &
            watcher=$!
            exec 3<&-
            wait $server
            code=$?
            kill -s KILL $watcher 2>/dev/null
            exit $code
            """;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Process shell;

    private ServerProcess(Cluster cluster, Process shell) {
        this.cluster = cluster;
        this.shell = shell;
    }

    static ServerProcess start(Cluster cluster, int port, Settings settings) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // A session of its own: Ctrl-C in a terminal is for the node, which then stops the server in order.
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of("/bin/sh", "-c", TIED_TO_PIPE, "postgres-tied-to-its-node"));
        command.addAll(cluster.account().command(serverCommand(cluster, port, settings)));
        Process shell = new ProcessBuilder(command)
                .directory(cluster.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
                .start();
        return new ServerProcess(cluster, shell);
    }

    private static List<String> serverCommand(Cluster cluster, int port, Settings settings) {
        List<String> command = new ArrayList<>(List.of(
                cluster.programs().program("postgres").toString(),
                "-D",
                cluster.data().toString()));
        List<String> options = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=" + settings.connections(),
                "password_encryption=scram-sha-256",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_min_messages=warning",
                "jit=off"));
        boolean kept = settings.durability() == Settings.Durability.KEPT;
        for (String force : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            options.add(force + "=" + (kept ? "on" : "off"));
        }
        for (String option : options) {
            command.add("-c");
            command.add(option);
        }
        return command;
    }

    /// Waits until the server lets clients in. False when it ended instead.
    boolean becomesReady() throws IOException {
        Path status = cluster.data().resolve("postmaster.pid");
        try {
            while (!shell.waitFor(20, TimeUnit.MILLISECONDS)) {
                if (Files.exists(status) && saysReady(status)) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            throw new IOException("Interrupted while PostgreSQL started", e);
        }
    }

    /// The eighth line of the file is the server's own word on how far it is.
    private static boolean saysReady(Path status) throws IOException {
        List<String> lines = Files.readAllLines(status);
        return lines.size() >= 8 && lines.get(7).strip().equals("ready");
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /// What to do when the server has ended, for whatever reason. It is done on a thread of its own.
    void onEnd(Runnable action) {
        shell.onExit().thenRun(() -> Thread.ofVirtual().name("postgres-ended").start(action));
    }

    /// Fast and clean: clients are cut off, what is committed is kept.
    void stop() throws IOException {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // The closed pipe stops the server all the same; only the waiting for it ends here.
            Thread.currentThread().interrupt();
        }
    }
}
