package comity.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// Processor time of a process and everything below it: on two cores shared by sender, receiver and databases this says
/// more about cost than the clock on the wall does.
public final class ProcessorTime {
    /// Linux counts processor time in hundredths of a second, see `sysconf(_SC_CLK_TCK)`.
    private static final long TICK_MILLIS = 10;

    private ProcessorTime() {}

    /// Time used by a process, its descendants, and those of their children that have ended. Empty where there is
    /// no `/proc`.
    public static Optional<Duration> ofTree(ProcessHandle root) {
        if (!Files.isReadable(Path.of("/proc", String.valueOf(root.pid()), "stat"))) {
            return Optional.empty();
        }
        long ticks = Stream.concat(Stream.of(root), root.descendants())
                .mapToLong(process -> ticks(process.pid()))
                .sum();
        return Optional.of(Duration.ofMillis(ticks * TICK_MILLIS));
    }

    /// Memory that a process holds in RAM, in bytes; 0 where the system does not tell.
    public static long residentBytes(long pid) {
        return kilobytes(Path.of("/proc", String.valueOf(pid), "status"), "VmRSS:") * 1024;
    }

    /// Memory that a process holds, in bytes, what it shares with others divided among them; 0 where the system
    /// does not tell.
    public static long proportionalBytes(long pid) {
        return kilobytes(Path.of("/proc", String.valueOf(pid), "smaps_rollup"), "Pss:") * 1024;
    }

    private static long kilobytes(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            // It has just ended, or the file belongs to somebody else.
            return 0;
        }
    }

    /// Own and ended children's time, in user mode and in the kernel: fields 14 to 17 of `proc(5)`.
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            // The second field is a name in parentheses that may itself hold blanks.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11])
                    + Long.parseLong(fields[12])
                    + Long.parseLong(fields[13])
                    + Long.parseLong(fields[14]);
        } catch (IOException e) {
            // It has just ended; its time is now in its parent's account.
            return 0;
        }
    }
}
