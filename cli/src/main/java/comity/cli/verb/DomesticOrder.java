package comity.cli.verb;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The order under one's own law, as it is typed.
final class DomesticOrder {
    @Option(names = "--order", paramLabel = "REF", required = true)
    private String reference = "";

    @Option(names = "--ordered-at", paramLabel = "TIME")
    private Optional<String> orderedAt = Optional.empty();

    String reference() {
        return reference;
    }

    @Nullable
    Instant orderedAt(Terminal terminal) {
        return orderedAt
                .map(typed -> Moment.read(typed, terminal.surroundings().clock()))
                .orElse(null);
    }
}
