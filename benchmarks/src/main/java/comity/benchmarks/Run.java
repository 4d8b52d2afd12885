package comity.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a section is given: a folder of its own to work in, how thorough to be, and where to say what it is doing.
public record Run(Path folder, boolean quick, Optional<Path> profiles, PrintStream progress) {
    /// One of two values: the thorough run's, or the quick one's.
    public <T> T thorough(T value, T whenQuick) {
        return quick ? whenQuick : value;
    }

    public Duration seconds(int thorough, int whenQuick) {
        return Duration.ofSeconds(quick ? whenQuick : thorough);
    }

    /// Flags for a process that takes part: its heap, and a flight recorder when profiles are wanted.
    public List<String> flags(String process, String heap) {
        List<String> flags = new ArrayList<>(List.of("-Xmx" + heap));
        profiles.ifPresent(to -> flags.add("-XX:StartFlightRecording=settings=profile,filename="
                + to.resolve(process + ".jfr").toAbsolutePath()));
        return flags;
    }

    /// Tells the person who waits what is measured now.
    public void say(String what) {
        progress.println("   " + what);
        progress.flush();
    }
}
