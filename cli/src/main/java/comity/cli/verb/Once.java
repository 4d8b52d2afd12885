package comity.cli.verb;

import java.util.Optional;
import picocli.CommandLine.Option;

/// For commands that change something: the name of the wish, so that asking again after a lost answer does it
/// once.
final class Once {
    @Option(names = "--idempotency-key", paramLabel = "KEY")
    private Optional<String> key = Optional.empty();

    Optional<String> key() {
        return key;
    }

    /// The name of one step of a wish that takes several calls.
    Optional<String> keyOf(String step) {
        return key.map(name -> name + "-" + step);
    }
}
