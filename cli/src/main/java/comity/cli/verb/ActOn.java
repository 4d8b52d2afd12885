package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.request.RequestDetail;
import comity.cli.call.Wish;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What every act on a request shares: which request, and the way to say it to the node.
final class ActOn {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final Once once = new Once();

    @Parameters(index = "0", paramLabel = "REF")
    private String reference = "";

    ActOn(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    Terminal terminal() {
        return terminal;
    }

    /// Does it, and shows where the request stands now.
    int with(Operation act, Record body) {
        Wish wish = Wish.of(act, reference).with(body).under(once.key());
        return terminal.ask(wish, RequestDetail.class, Terminal.Shown.good(RequestView::standing));
    }
}
