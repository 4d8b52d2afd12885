package comity.node.database;

import comity.cli.words.Texts;
import comity.kernel.Language;
import comity.node.store.ServerFitness;
import comity.node.words.OperatorTexts;

/// The operator's PostgreSQL does not let the node in, or is not what a node can stand on; it says which.
public final class DatabaseUnfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String url;
    private final transient ServerFitness.Fault fault;

    DatabaseUnfit(String url, ServerFitness.Fault fault) {
        super(words(url, fault, OperatorTexts.in(Language.ENGLISH)));
        this.url = url;
        this.fault = fault;
    }

    /// All of it, for an operator.
    public String in(Texts texts) {
        return words(url, fault, texts);
    }

    private static String words(String url, ServerFitness.Fault fault, Texts texts) {
        return texts.say(
                "database.unfit",
                url,
                texts.say("database." + fault.code(), fault.values().toArray()));
    }
}
