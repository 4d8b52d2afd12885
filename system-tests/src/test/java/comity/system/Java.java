package comity.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Comity's main classes as processes of their own, on the class path of the tests.
///
/// Their code is compiled once and quickly, not again and better: a process that lives for a minute or two spends more
/// on the second than it ever saves, and half of the time that its start takes goes there.
final class Java {
    private Java() {}

    /// `comity demo`, `comity init`, `comity node`
    static List<String> node(List<String> arguments) {
        return command(
                "comity.node.main.Main", List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"), arguments);
    }

    /// Every other command, started as the launcher starts it.
    static List<String> commandLine(List<String> arguments) {
        return command("comity.cli.main.Main", List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), arguments);
    }

    /// The same for the processes that a process starts itself, whatever else it tells them.
    static void quickToStart(ProcessBuilder process) {
        process.environment()
                .merge("JAVA_TOOL_OPTIONS", "-XX:CompilationMode=quick-only", (named, ours) -> named + " " + ours);
    }

    private static List<String> command(String main, List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        return command;
    }
}
