package comity.cli.verb;

import comity.api.act.Send;
import comity.api.contract.Operation;
import comity.api.request.Draft;
import comity.api.request.LintCall;
import comity.api.request.Reading;
import comity.api.request.RequestDetail;
import comity.cli.call.NodeCalls;
import comity.cli.call.Reply;
import comity.cli.call.Wish;
import comity.cli.file.RequestFile;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `comity request send`: sends a file, or a draft that is on the node already.
///
/// A file that something blocks is not even kept as a draft: its complaints are shown and nothing has happened.
@Command(name = "send")
final class SendVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final Once once = new Once();

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE")
    private Optional<String> name = Optional.empty();

    @Option(names = "--to", paramLabel = "STATE")
    private Optional<String> to = Optional.empty();

    @Option(names = "--draft", paramLabel = "REF")
    private Optional<String> draft = Optional.empty();

    SendVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        if (name.isPresent() == draft.isPresent()) {
            throw new UsageFault("usage.file-or-draft");
        }
        try (NodeCalls calls = terminal.calls()) {
            return draft.isPresent() ? sendDraft(calls, draft.get()) : sendFile(calls, name.get());
        }
    }

    private int sendDraft(NodeCalls calls, String reference) {
        Reply<Draft> found = calls.ask(Wish.of(Operation.READ_DRAFT, reference), Draft.class);
        return found instanceof Reply.Answered<Draft> answered ? send(calls, answered) : settle(found);
    }

    private int sendFile(NodeCalls calls, String fileName) {
        RequestFile file = FileFrom.read(fileName, terminal.surroundings());
        Reply<Reading> read = calls.ask(
                Wish.of(Operation.LINT)
                        .with(new LintCall(
                                to.or(() -> file.text(RequestFile.REQUESTED)).orElse(null), file.document())),
                Reading.class);
        if (!(read instanceof Reply.Answered<Reading> reading)) {
            return terminal.settle(read, Terminal.Shown.good((_, _) -> {}));
        }
        if (!reading.value().sendable()) {
            return terminal.settle(
                    read,
                    new Terminal.Shown<>(
                            (screen, value) -> ReadingView.show(screen, fileName, file, value), _ -> Exit.NOT_GOOD));
        }
        Reply<Draft> started = calls.ask(
                Wish.of(Operation.START_DRAFT)
                        .with(SaveVerb.Drafting.from(file, to))
                        .under(once.keyOf("draft")),
                Draft.class);
        return started instanceof Reply.Answered<Draft> answered ? send(calls, answered) : settle(started);
    }

    private int send(NodeCalls calls, Reply.Answered<Draft> draftAnswer) {
        Wish wish = Wish.of(Operation.SEND, draftAnswer.value().reference())
                .with(new Send())
                .ifMatch(draftAnswer.etag())
                .under(once.keyOf("send"));
        return terminal.settle(calls.ask(wish, RequestDetail.class), Terminal.Shown.good(RequestView::standing));
    }

    private int settle(Reply<Draft> reply) {
        return terminal.settle(reply, Terminal.Shown.good((_, _) -> {}));
    }
}
