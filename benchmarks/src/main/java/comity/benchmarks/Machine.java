package comity.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine that the figures belong to. Figures without it mean nothing.
public record Machine(
        int cores, String processor, long memoryGigabytes, String system, String java, double loadBefore) {
    static Machine here() {
        Runtime runtime = Runtime.getRuntime();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                runtime.availableProcessors(),
                processorName().orElse(system.getArch()),
                Math.round(system.getTotalMemorySize() / 1e9),
                system.getName() + " " + system.getVersion(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                system.getSystemLoadAverage());
    }

    @Override
    public String toString() {
        return "%d cores %s, %d GB, %s, %s; load average before the run %.1f"
                .formatted(cores, processor, memoryGigabytes, system, java, loadBefore);
    }

    private static Optional<String> processorName() {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
