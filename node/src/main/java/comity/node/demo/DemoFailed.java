package comity.node.demo;

import comity.cli.words.Texts;
import comity.kernel.Language;
import comity.node.words.OperatorTexts;
import java.util.function.Function;

/// The demo could not be brought up; it says which node and why.
final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Function<Texts, String> words;

    /// Something that only those who build the demo can mend.
    DemoFailed(String message) {
        this(_ -> message);
    }

    /// Something that whoever starts the demo can mend.
    DemoFailed(Function<Texts, String> words) {
        super(words.apply(OperatorTexts.in(Language.ENGLISH)));
        this.words = words;
    }

    String in(Texts texts) {
        return words.apply(texts);
    }
}
