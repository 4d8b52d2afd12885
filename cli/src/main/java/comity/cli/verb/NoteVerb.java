package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.request.NewNote;
import comity.api.request.Notes;
import comity.cli.call.Wish;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `comity request note`: a word to colleagues that never leaves the node.
@Command(name = "note")
final class NoteVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final Once once = new Once();

    @Parameters(index = "0", paramLabel = "REF")
    private String reference = "";

    @Parameters(index = "1", paramLabel = "TEXT")
    private String text = "";

    NoteVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        return terminal.ask(
                Wish.of(Operation.ADD_NOTE, reference).with(new NewNote(text)).under(once.key()),
                Notes.class,
                Terminal.Shown.good(HistoryView::notes));
    }
}
