package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.request.LintCall;
import comity.api.request.Reading;
import comity.cli.call.Wish;
import comity.cli.file.RequestFile;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `comity request lint`: what the other State would stumble over, before it does.
@Command(name = "lint")
final class LintVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final FileFrom from = new FileFrom();

    @Option(names = "--to", paramLabel = "STATE")
    private Optional<String> to = Optional.empty();

    LintVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        RequestFile file = from.read(terminal.surroundings());
        Wish wish = Wish.of(Operation.LINT)
                .with(new LintCall(to.or(() -> file.text(RequestFile.REQUESTED)).orElse(null), file.document()));
        return terminal.ask(
                wish,
                Reading.class,
                new Terminal.Shown<>(
                        (screen, reading) -> ReadingView.show(screen, from.name(), file, reading),
                        reading -> reading.sendable() ? Exit.GOOD : Exit.NOT_GOOD));
    }
}
