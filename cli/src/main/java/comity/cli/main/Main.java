package comity.cli.main;

import comity.cli.verb.ComityCommand;
import comity.cli.verb.Surroundings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/// Begins a command of the command line.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // UTF-8 whatever the machine says: six languages do not fit into anything else.
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        boolean onTerminal = System.console() != null && System.console().isTerminal();
        int exit = ComityCommand.run(
                new Surroundings(out, err, System.in, System.getenv(), Clock.systemDefaultZone(), onTerminal),
                arguments);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /// Runs a command inside this process, without colours.
    ///
    /// @return the exit code: 0 good, 1 not good, 2 could not tell
    public static int run(
            PrintWriter out, PrintWriter err, InputStream in, Map<String, String> environment, String... arguments) {
        return ComityCommand.run(
                new Surroundings(out, err, in, environment, Clock.systemDefaultZone(), false), arguments);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
