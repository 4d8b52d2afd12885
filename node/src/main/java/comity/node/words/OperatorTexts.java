package comity.node.words;

import comity.cli.words.Texts;
import comity.kernel.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What an operator reads at a terminal.
public final class OperatorTexts {
    private OperatorTexts() {}

    /// In the language of the terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`), else in English.
    public static Texts ofTerminal() {
        return in(Texts.wanted(Optional.empty(), System.getenv()));
    }

    public static Texts in(Language language) {
        return Texts.beside(OperatorTexts.class, language);
    }

    /// UTF-8 whatever the machine says: six languages do not fit into anything else.
    public static PrintStream writer(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
