package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.emergency.EmergencyDetail;
import comity.api.emergency.LintEmergency;
import comity.api.emergency.NewEmergency;
import comity.api.emergency.SavedEmergency;
import comity.api.emergency.SendEmergency;
import comity.api.request.Reading;
import comity.api.request.RequestForm;
import comity.cli.call.NodeCalls;
import comity.cli.call.Reply;
import comity.cli.call.Wish;
import comity.cli.file.FileTemplate;
import comity.cli.file.RequestFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Files with requests for data to avert an emergency: written, read, kept as a draft, sent.
final class EmergencyFileVerbs {
    private EmergencyFileVerbs() {}

    /// An empty file with every field.
    @Command(name = "new")
    static final class New implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Option(names = "--to", paramLabel = "STATE", required = true)
        private String to = "";

        @Option(names = "--output", paramLabel = "FILE")
        private Optional<Path> output = Optional.empty();

        New(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            return terminal.ask(
                    Wish.of(Operation.SHOW_EMERGENCY_FORM),
                    RequestForm.class,
                    Terminal.Shown.good((screen, form) -> NewVerb.write(
                            screen,
                            FileTemplate.of(form, to, terminal.language().tag(), screen.texts(), "template.emergency"),
                            output)));
        }
    }

    /// Everything that is wrong with a file or missing in it.
    @Command(name = "lint")
    static final class Lint implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Mixin
        private final FileFrom from = new FileFrom();

        @Option(names = "--to", paramLabel = "STATE")
        private Optional<String> to = Optional.empty();

        Lint(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            RequestFile file = from.read(terminal.surroundings());
            return terminal.ask(lint(file, to), Reading.class, shown(from.name(), file));
        }
    }

    private static Wish lint(RequestFile file, Optional<String> to) {
        return Wish.of(Operation.LINT_EMERGENCY).with(new LintEmergency(asked(file, to), file.document()));
    }

    private static String asked(RequestFile file, Optional<String> to) {
        return to.or(() -> file.text(RequestFile.REQUESTED)).orElseThrow(() -> new UsageFault("usage.to"));
    }

    private static Terminal.Shown<Reading> shown(String fileName, RequestFile file) {
        return new Terminal.Shown<>(
                (screen, reading) -> ReadingView.show(screen, fileName, file, reading),
                reading -> reading.sendable() ? Exit.GOOD : Exit.NOT_GOOD);
    }

    private static Wish start(RequestFile file, Optional<String> to, Optional<String> preservation) {
        return Wish.of(Operation.START_EMERGENCY)
                .with(new NewEmergency(
                        asked(file, to),
                        file.text(RequestFile.LANGUAGE).orElse(null),
                        preservation.orElse(null),
                        file.document()));
    }

    /// Keeps a file as a draft, complete or not.
    @Command(name = "save")
    static final class Save implements Callable<Integer> {
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

        @Option(names = "--preservation", paramLabel = "REF", descriptionKey = "emergency-preservation")
        private Optional<String> preservation = Optional.empty();

        Save(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            if (draft.isPresent() && preservation.isPresent()) {
                throw new UsageFault("usage.preservation-or-draft");
            }
            RequestFile file = from.read(terminal.surroundings());
            try (NodeCalls calls = terminal.calls()) {
                Reply<EmergencyDetail> reply = draft.isPresent()
                        ? replaced(calls, draft.get(), file)
                        : calls.ask(start(file, to, preservation).under(once.key()), EmergencyDetail.class);
                return terminal.settle(reply, Terminal.Shown.good((screen, saved) -> {
                    screen.say("save.done", saved.summary().reference());
                    ReadingView.kept(screen, from.name(), file, saved.reading());
                }));
            }
        }

        private Reply<EmergencyDetail> replaced(NodeCalls calls, String reference, RequestFile file) {
            Reply<EmergencyDetail> current =
                    calls.ask(Wish.of(Operation.SHOW_EMERGENCY, reference), EmergencyDetail.class);
            if (!(current instanceof Reply.Answered<EmergencyDetail> found)) {
                return current;
            }
            return calls.ask(
                    Wish.of(Operation.SAVE_EMERGENCY_DRAFT, reference)
                            .with(new SavedEmergency(file.document()))
                            .ifMatch(found.etag())
                            .under(once.key()),
                    EmergencyDetail.class);
        }
    }

    /// Sends a file, or a draft that is on the node already. A file that something blocks is not even kept as a draft:
    /// its complaints are shown and nothing has happened.
    @Command(name = "send")
    static final class Send implements Callable<Integer> {
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

        Send(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            if (name.isPresent() == draft.isPresent()) {
                throw new UsageFault("usage.file-or-draft");
            }
            try (NodeCalls calls = terminal.calls()) {
                return draft.isPresent()
                        ? send(calls, calls.ask(Wish.of(Operation.SHOW_EMERGENCY, draft.get()), EmergencyDetail.class))
                        : sendFile(calls, name.get());
            }
        }

        private int sendFile(NodeCalls calls, String fileName) {
            RequestFile file = FileFrom.read(fileName, terminal.surroundings());
            Reply<Reading> read = calls.ask(lint(file, to), Reading.class);
            boolean sendable = read instanceof Reply.Answered<Reading> reading
                    && reading.value().sendable();
            return sendable
                    ? send(
                            calls,
                            calls.ask(
                                    start(file, to, Optional.empty()).under(once.keyOf("draft")),
                                    EmergencyDetail.class))
                    : terminal.settle(read, shown(fileName, file));
        }

        private int send(NodeCalls calls, Reply<EmergencyDetail> begun) {
            if (!(begun instanceof Reply.Answered<EmergencyDetail> answered)) {
                return terminal.settle(begun, Terminal.Shown.good((_, _) -> {}));
            }
            Wish wish = Wish.of(
                            Operation.SEND_EMERGENCY, answered.value().summary().reference())
                    .with(new SendEmergency())
                    .ifMatch(answered.etag())
                    .under(once.keyOf("send"));
            return terminal.settle(
                    calls.ask(wish, EmergencyDetail.class), Terminal.Shown.good(EmergencyView::standing));
        }
    }
}
