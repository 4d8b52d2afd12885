package comity.system;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Comity's main classes as processes of their own, on the class path of the tests.
///
/// Their code is compiled once and quickly, not again and better: a process that lives for a minute or two spends more
/// on the second than it ever saves, and half of the time that its start takes goes there.
final class Java {
    /// The product and its libraries, without the tests and without folders that are not there.
    static final String CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes") && Files.exists(Path.of(entry)))
            .collect(Collectors.joining(File.pathSeparator));

    private Java() {}

    /// `comity demo`, `comity init`, `comity node`
    static List<String> node(List<String> arguments) {
        List<String> flags = new ArrayList<>();
        LearntStart.flag().ifPresent(flags::add);
        return node(flags, arguments);
    }

    /// The same with flags of one's own, and nothing learnt before.
    static List<String> node(List<String> flags, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        all.addAll(flags);
        return command("comity.node.main.Main", all, arguments);
    }

    /// Every other command, started as the launcher starts it.
    static List<String> commandLine(List<String> arguments) {
        return command("comity.cli.main.Main", List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), arguments);
    }

    /// The same for the processes that a process starts itself, whatever else it tells them.
    static void quickToStart(ProcessBuilder process) {
        String quick = "-XX:CompilationMode=quick-only"
                + LearntStart.flag().map(flag -> " " + flag).orElse("");
        process.environment().merge("JAVA_TOOL_OPTIONS", quick, (named, ours) -> named + " " + ours);
        speaksEnglish(process);
    }

    /// Whatever the terminal of whoever runs the tests speaks.
    static ProcessBuilder speaksEnglish(ProcessBuilder process) {
        process.environment().put("LC_ALL", "C.UTF-8");
        return process;
    }

    private static List<String> command(String main, List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", CLASS_PATH, main));
        command.addAll(arguments);
        return command;
    }
}
