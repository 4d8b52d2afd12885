package comity.node.settings;

import comity.cli.words.Texts;
import comity.kernel.Language;
import comity.node.words.OperatorTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A settings file that a node cannot start with; it names every fault.
public final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient List<SettingFault> faults;

    public BadSettings(Path file, List<SettingFault> faults) {
        super(words(file, faults, OperatorTexts.in(Language.ENGLISH)));
        this.file = file;
        this.faults = List.copyOf(faults);
    }

    public BadSettings(Path file, SettingFault fault) {
        this(file, List.of(fault));
    }

    /// All of it, for an operator.
    public String in(Texts texts) {
        return words(file, faults, texts);
    }

    private static String words(Path file, List<SettingFault> faults, Texts texts) {
        return faults.stream()
                .map(fault -> "\n  - " + fault.in(texts))
                .collect(Collectors.joining("", texts.say("settings.unusable", file), ""));
    }
}
