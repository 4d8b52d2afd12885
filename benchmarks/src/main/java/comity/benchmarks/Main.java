package comity.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// `./comity bench`: runs the sections one after the other and reports them together.
public final class Main {
    private final Options options;
    private final PrintStream out;

    private Main(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> words = List.of(arguments);
        if (words.contains("--help")) {
            out.print(Options.HELP);
            return;
        }
        try {
            new Main(Options.of(words), out).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.HELP);
            System.exit(2);
        }
    }

    private void run() throws IOException {
        Instant started = Instant.now();
        Machine machine = Machine.here();
        out.println(machine);
        List<Report.Part> parts = new ArrayList<>();
        for (Section section : sections()) {
            if (options.wants(section)) {
                parts.add(measured(section));
            }
        }
        Duration took = Duration.between(started, Instant.now());
        Report report = new Report(machine, started, took, parts);
        new TextReport(report).print(out);
        new ResultFiles(report).write(options.out());
        out.println("Written to " + options.out().toAbsolutePath());
    }

    private static List<Section> sections() {
        return ServiceLoader.load(Section.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(Section::letter))
                .toList();
    }

    private Optional<Path> profiles() {
        return options.profile() ? Optional.of(options.out()) : Optional.empty();
    }

    private Report.Part measured(Section section) throws IOException {
        out.println(section.letter() + ". " + section.title());
        // Not in /tmp: that may be memory, and then forcing a file to the disk would cost nothing.
        Path folder = options.out()
                .resolve("work")
                .resolve(String.valueOf(section.letter()))
                .toAbsolutePath();
        Folders.remove(folder);
        try {
            return Report.Part.of(
                    section,
                    section.measure(new Run(Files.createDirectories(folder), options.quick(), profiles(), out)));
        } catch (Section.CannotRun e) {
            out.println("   not measured: " + e.why());
            return Report.Part.missing(section, e.why());
        } catch (Exception e) {
            // One section that breaks must not take the others' figures with it.
            e.printStackTrace();
            return Report.Part.missing(section, e.toString());
        } finally {
            Folders.remove(folder);
        }
    }
}
