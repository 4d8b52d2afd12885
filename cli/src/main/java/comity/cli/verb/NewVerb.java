package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.request.RequestForm;
import comity.cli.call.Wish;
import comity.cli.file.FileTemplate;
import comity.cli.screen.Screen;
import comity.kernel.Utf8;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `comity request new`: an empty request file with every field, what it is for and who asks for it.
@Command(name = "new")
final class NewVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Option(names = "--to", paramLabel = "STATE", required = true)
    private String to = "";

    @Option(names = "--output", paramLabel = "FILE")
    private Optional<Path> output = Optional.empty();

    NewVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        return terminal.ask(Wish.of(Operation.SHOW_FORM), RequestForm.class, Terminal.Shown.good(this::write));
    }

    private void write(Screen screen, RequestForm form) {
        write(screen, FileTemplate.of(form, to, terminal.language().tag(), screen.texts(), "template.head"), output);
    }

    /// Writes an empty file, or shows it; what is there already is left as it is.
    static void write(Screen screen, String text, Optional<Path> output) {
        if (output.isEmpty()) {
            screen.verbatim(text);
            return;
        }
        try {
            Files.write(output.get(), Utf8.bytes(text), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UsageFault("usage.file-exists", output.get());
        } catch (IOException e) {
            throw new UsageFault("usage.file-not-written", output.get());
        }
        screen.say("new.done", output.get());
    }
}
