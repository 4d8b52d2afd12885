package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.emergency.EmergencyDetail;
import comity.cli.call.Wish;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What every act on a request for data to avert an emergency shares: which one, and the way to say it to the node.
final class ActOnEmergency {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final Once once = new Once();

    @Parameters(index = "0", paramLabel = "REF")
    private String reference = "";

    ActOnEmergency(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// Does it, and shows where the request stands now.
    int with(Operation act, Record body) {
        Wish wish = Wish.of(act, reference).with(body).under(once.key());
        return terminal.ask(wish, EmergencyDetail.class, Terminal.Shown.good(EmergencyView::standing));
    }
}
