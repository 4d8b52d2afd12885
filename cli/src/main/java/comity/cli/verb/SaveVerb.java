package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.request.Draft;
import comity.api.request.NewRequest;
import comity.api.request.SavedDocument;
import comity.cli.call.NodeCalls;
import comity.cli.call.Reply;
import comity.cli.call.Wish;
import comity.cli.file.RequestFile;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `comity request save`: keeps a file as a draft on the node, complete or not, so that a colleague can go on
/// with it.
@Command(name = "save")
final class SaveVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final Once once = new Once();

    @Mixin
    private final FileFrom from = new FileFrom();

    @Option(names = "--to", paramLabel = "STATE")
    private Optional<String> to = Optional.empty();

    @Option(names = "--draft", paramLabel = "REF")
    private Optional<String> draft = Optional.empty();

    SaveVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        RequestFile file = from.read(terminal.surroundings());
        try (NodeCalls calls = terminal.calls()) {
            Reply<Draft> reply = draft.isPresent() ? replaced(calls, draft.get(), file) : started(calls, file);
            return terminal.settle(reply, Terminal.Shown.good((screen, saved) -> {
                screen.say("save.done", saved.reference());
                ReadingView.kept(screen, from.name(), file, saved.reading());
            }));
        }
    }

    private Reply<Draft> started(NodeCalls calls, RequestFile file) {
        return calls.ask(
                Wish.of(Operation.START_DRAFT).with(Drafting.from(file, to)).under(once.key()), Draft.class);
    }

    private Reply<Draft> replaced(NodeCalls calls, String reference, RequestFile file) {
        Reply<Draft> current = calls.ask(Wish.of(Operation.READ_DRAFT, reference), Draft.class);
        if (!(current instanceof Reply.Answered<Draft> found)) {
            return current;
        }
        return calls.ask(
                Wish.of(Operation.SAVE_DRAFT, reference)
                        .with(new SavedDocument(file.document()))
                        .ifMatch(found.etag())
                        .under(once.key()),
                Draft.class);
    }

    /// How a file becomes a new draft.
    static final class Drafting {
        private Drafting() {}

        static NewRequest from(RequestFile file, Optional<String> to) {
            String state = to.or(() -> file.text(RequestFile.REQUESTED)).orElseThrow(() -> new UsageFault("usage.to"));
            return new NewRequest(state, file.text(RequestFile.LANGUAGE).orElse(null), file.document(), null);
        }
    }
}
