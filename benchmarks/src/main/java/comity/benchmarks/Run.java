package comity.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/// What a section is given: a folder of its own to work in, how thorough to be, and where to say what it is doing.
public record Run(Path folder, boolean quick, PrintStream progress) {
    /// One of two values: the thorough run's, or the quick one's.
    public <T> T thorough(T value, T whenQuick) {
        return quick ? whenQuick : value;
    }

    public Duration seconds(int thorough, int whenQuick) {
        return Duration.ofSeconds(quick ? whenQuick : thorough);
    }

    /// Tells the person who waits what is measured now.
    public void say(String what) {
        progress.println("   " + what);
        progress.flush();
    }
}
