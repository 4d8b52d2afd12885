package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.desk.Inbox;
import comity.cli.call.Wish;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `comity inbox`: what waits, the soonest to breach first.
@Command(name = "inbox")
final class InboxVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Option(names = "--waits-for", paramLabel = "us|them")
    private Optional<String> waitsFor = Optional.empty();

    @Option(names = "--limit", paramLabel = "N")
    private Optional<String> limit = Optional.empty();

    @Option(names = "--cursor", paramLabel = "CURSOR")
    private Optional<String> cursor = Optional.empty();

    InboxVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        Wish wish = Wish.of(Operation.SHOW_INBOX)
                .where("waitsFor", waitsFor)
                .where("limit", limit)
                .where("cursor", cursor);
        return terminal.ask(wish, Inbox.class, Terminal.Shown.good(ListView::inbox));
    }
}
