package comity.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Everything that one run found, on which machine, and how long it took.
public record Report(Machine machine, Instant started, Duration took, List<Part> parts) {
    public Report {
        parts = List.copyOf(parts);
    }

    /// A section with its findings, or with the reason why it has none.
    public record Part(char letter, String title, Optional<Findings> findings, String missing) {
        static Part of(Section section, Findings findings) {
            return new Part(section.letter(), section.title(), Optional.of(findings), "");
        }

        static Part missing(Section section, String why) {
            return new Part(section.letter(), section.title(), Optional.empty(), why);
        }
    }

    List<Figure> figures() {
        return parts.stream()
                .flatMap(part -> part.findings().stream())
                .flatMap(findings -> findings.figures().stream())
                .toList();
    }

    OptionalDouble figure(String name) {
        return figures().stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(Figure::value)
                .findFirst();
    }

    /// How many times one figure is another; empty when this run did not measure both.
    OptionalDouble ratio(String of, String to) {
        OptionalDouble upper = figure(of);
        OptionalDouble lower = figure(to);
        return upper.isPresent() && lower.isPresent() && lower.getAsDouble() > 0
                ? OptionalDouble.of(upper.getAsDouble() / lower.getAsDouble())
                : OptionalDouble.empty();
    }

    List<Growth> pictures() {
        return parts.stream()
                .flatMap(part -> part.findings().stream())
                .flatMap(findings -> findings.pictures().stream())
                .toList();
    }
}
