package comity.cli.verb;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What every verb about one exhibit shares: which one it is, and the way to the node.
final class OneExhibit {
    @Mixin
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "EXHIBIT")
    private String reference = "";

    OneExhibit(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    Terminal terminal() {
        return terminal;
    }

    String reference() {
        return reference;
    }
}
