package comity.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A process of its own for one side of an exchange, as two nodes are two processes.
///
/// It talks over its standard streams, a line at a time: the parent writes a command, the child answers with one line
/// that starts with [#ANSWER]. Everything else it prints goes to a log file. When the parent goes away the pipe closes
/// and [Commands] ends the child.
public final class ChildJvm implements AutoCloseable {
    /// What marks a line as an answer.
    public static final String ANSWER = "@answer ";

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;
    private final Path log;

    private ChildJvm(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.log = log;
    }

    /// Starts a main class on this process's own class path and waits for its first answer.
    public static ChildJvm start(String name, Path folder, Class<?> main, List<String> flags, List<String> arguments)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=comity/benchmarks/quiet-logback.xml"));
        line.addAll(flags);
        line.add(main.getName());
        line.addAll(arguments);
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(line)
                .directory(Files.createDirectories(folder).toFile())
                .redirectError(log.toFile())
                .start();
        ChildJvm child = new ChildJvm(name, process, log);
        try {
            child.nextAnswer();
            return child;
        } catch (IOException | RuntimeException e) {
            child.close();
            throw e;
        }
    }

    /// Gives a command and waits for its answer.
    public String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return nextAnswer();
    }

    /// How long this process has spent on compiling since it started.
    Duration compiled() throws IOException {
        return Duration.ofMillis(Long.parseLong(ask(Commands.COMPILED)));
    }

    public long pid() {
        return process.pid();
    }

    /// Processor time that this process and its children have used, where the system tells.
    public Optional<Duration> processorTime() {
        return ProcessorTime.ofTree(process.toHandle());
    }

    /// Ends the child: first by closing its pipe, then, if it does not listen, by force.
    @Override
    public void close() {
        try {
            commands.close();
        } catch (IOException e) {
            // The child has ended already.
            process.destroy();
        }
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String nextAnswer() throws IOException {
        List<String> other = new ArrayList<>();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ANSWER)) {
                return line.substring(ANSWER.length());
            }
            other.add(line);
        }
        throw new IOException(name + " ended without an answer; its log ends: " + tail(other));
    }

    private String tail(List<String> printed) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(log));
            lines.addAll(printed);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
