package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.directory.DirectoryEntry;
import comity.api.directory.DirectoryList;
import comity.cli.call.Wish;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `comity directory`: whom to call, and what they need to be told.
@Command(name = "directory")
final class DirectoryVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "STATE")
    private Optional<String> state = Optional.empty();

    DirectoryVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        return state.isPresent()
                ? terminal.ask(
                        Wish.of(Operation.SHOW_DIRECTORY_ENTRY, state.get()),
                        DirectoryEntry.class,
                        Terminal.Shown.good(DirectoryView::entry))
                : terminal.ask(
                        Wish.of(Operation.LIST_DIRECTORY),
                        DirectoryList.class,
                        Terminal.Shown.good(DirectoryView::list));
    }
}
