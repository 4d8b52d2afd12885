package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.exhibit.ExhibitDetail;
import comity.cli.call.NodeCalls;
import comity.cli.call.Pace;
import comity.cli.call.Reply;
import comity.cli.call.Uploading;
import comity.cli.call.Wish;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `comity exhibit give-up`: throws away what has come of an upload that is not whole, and shows the exhibit after it.
@Command(name = "give-up")
final class GiveUpVerb implements Callable<Integer> {
    @Mixin
    private final OneExhibit exhibit;

    @Parameters(index = "1", paramLabel = "UPLOAD", descriptionKey = "exhibit-upload")
    private String upload = "";

    GiveUpVerb(Surroundings surroundings) {
        this.exhibit = new OneExhibit(surroundings);
    }

    @Override
    public Integer call() {
        Terminal terminal = exhibit.terminal();
        try (NodeCalls calls = terminal.calls();
                Uploading uploading = new Uploading(calls.destination(), Pace.free())) {
            Optional<Uploading.Came> no = uploading.giveUp(exhibit.reference(), upload);
            if (no.isPresent()) {
                return terminal.settle(told(no.get()), Terminal.Shown.good(ExhibitView::standing));
            }
            if (!terminal.screen().asJson()) {
                terminal.screen().say("exhibit.given-up");
            }
            return terminal.settle(
                    calls.ask(Wish.of(Operation.SHOW_EXHIBIT, exhibit.reference()), ExhibitDetail.class),
                    Terminal.Shown.good(ExhibitView::standing));
        }
    }

    private static Reply<ExhibitDetail> told(Uploading.Came came) {
        return switch (came) {
            case Uploading.Came.Refused(var problem, var json, long _) -> new Reply.Refused<>(problem, json);
            case Uploading.Came.Left(String reason, String detail, long _) ->
                new Reply.Unknown<>(reason, detail, reason.equals("lost"), "");
            case Uploading.Came.In _ -> throw new IllegalStateException("Nothing was brought");
        };
    }
}
