package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.request.RequestList;
import comity.cli.call.Wish;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `comity request list`: requests, the last changed first.
@Command(name = "list")
final class ListVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Option(names = "--side", paramLabel = "requesting|requested")
    private Optional<String> side = Optional.empty();

    @Option(names = "--state", paramLabel = "WORD")
    private Optional<String> state = Optional.empty();

    @Option(names = "--with", paramLabel = "STATE")
    private Optional<String> with = Optional.empty();

    @Option(names = "--text", paramLabel = "TEXT")
    private Optional<String> text = Optional.empty();

    @Option(names = "--limit", paramLabel = "N")
    private Optional<String> limit = Optional.empty();

    @Option(names = "--cursor", paramLabel = "CURSOR")
    private Optional<String> cursor = Optional.empty();

    ListVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        Wish wish = Wish.of(Operation.LIST_REQUESTS)
                .where("side", side)
                .where("state", state)
                .where("with", with)
                .where("text", text)
                .where("limit", limit)
                .where("cursor", cursor);
        return terminal.ask(wish, RequestList.class, Terminal.Shown.good(ListView::requests));
    }
}
