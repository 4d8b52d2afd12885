package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.request.Draft;
import comity.api.request.Letters;
import comity.api.request.Notes;
import comity.api.request.RequestDetail;
import comity.api.request.Timeline;
import comity.cli.call.Wish;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `comity request show`: one request, its timeline, its letters, its draft or its notes.
@Command(name = "show")
final class ShowVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "REF")
    private String reference = "";

    @Option(names = "--timeline")
    private boolean timeline;

    @Option(names = "--letters")
    private boolean letters;

    @Option(names = "--draft")
    private boolean draft;

    @Option(names = "--notes")
    private boolean notes;

    ShowVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        if (timeline) {
            return terminal.ask(
                    Wish.of(Operation.SHOW_TIMELINE, reference),
                    Timeline.class,
                    Terminal.Shown.good(HistoryView::timeline));
        }
        if (letters) {
            return terminal.ask(
                    Wish.of(Operation.SHOW_LETTERS, reference),
                    Letters.class,
                    Terminal.Shown.good(HistoryView::letters));
        }
        if (draft) {
            return terminal.ask(
                    Wish.of(Operation.READ_DRAFT, reference), Draft.class, Terminal.Shown.good(RequestView::draft));
        }
        if (notes) {
            return terminal.ask(
                    Wish.of(Operation.LIST_NOTES, reference), Notes.class, Terminal.Shown.good(HistoryView::notes));
        }
        return terminal.ask(
                Wish.of(Operation.SHOW_REQUEST, reference),
                RequestDetail.class,
                Terminal.Shown.good(RequestView::whole));
    }
}
