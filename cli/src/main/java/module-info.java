/// Commands; they speak to a node only through its public API.
@org.jspecify.annotations.NullMarked
module comity.cli {
    requires comity.kernel;
    requires comity.api;
    requires comity.ledger;
    requires comity.evidence;
    requires com.fasterxml.jackson.annotation;
    requires info.picocli;
    requires java.net.http;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires static org.jspecify;

    exports comity.cli.main;
    // How to speak at a terminal in six languages; the operator's commands do, too.
    exports comity.cli.words to
            comity.node;

    // The parser and the JSON mapper reach into these.
    opens comity.cli.verb to
            info.picocli,
            tools.jackson.databind;
}
