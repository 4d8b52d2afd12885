package comity.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The child's end of the line to its parent, see [ChildJvm].
public final class Commands {
    /// Asks how many milliseconds the child's compiler has worked so far.
    static final String COMPILED = "compiled";

    private Commands() {}

    /// What a child does with a command: its words in, the answer's text out.
    @FunctionalInterface
    public interface Handler {
        String answer(List<String> words) throws Exception;
    }

    /// Says that the child is ready, then answers commands until the parent closes the pipe.
    public static void serve(String ready, Handler handler) throws IOException {
        PrintStream out = System.out;
        // What libraries print must not get between the answers.
        System.setOut(System.err);
        answer(out, ready);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            try {
                answer(out, line.equals(COMPILED) ? compiled() : handler.answer(Arrays.asList(line.split(" "))));
            } catch (Exception e) {
                e.printStackTrace();
                return;
            }
        }
    }

    private static String compiled() {
        return String.valueOf(ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
    }

    private static void answer(PrintStream out, String text) {
        out.println(ChildJvm.ANSWER + text);
        out.flush();
    }
}
