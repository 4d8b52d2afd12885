package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.exhibit.ExhibitDetail;
import comity.cli.call.NodeCalls;
import comity.cli.call.Reply;
import comity.cli.call.Wish;
import java.time.Duration;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;

/// What every act on an exhibit shares: which exhibit, and the way to say it to the node.
final class ActOnExhibit {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    @Mixin
    private final OneExhibit exhibit;

    @Mixin
    private final Once once = new Once();

    ActOnExhibit(Surroundings surroundings) {
        this.exhibit = new OneExhibit(surroundings);
    }

    /// Does it, and shows where the exhibit stands now.
    int with(Operation act, Record body) {
        return exhibit.terminal().ask(wish(act, body), ExhibitDetail.class, Terminal.Shown.good(ExhibitView::standing));
    }

    /// Begins something that takes long, and waits for its end.
    ///
    /// @param isWell whether it ended well
    int untilDone(Operation act, Record body, Predicate<ExhibitDetail> isWell) {
        try (NodeCalls calls = exhibit.terminal().calls()) {
            Reply<ExhibitDetail> reply = calls.ask(wish(act, body), ExhibitDetail.class);
            Duration pause = Duration.ofMillis(250);
            while (reply instanceof Reply.Answered<ExhibitDetail> answered
                    && answered.value().job() != null) {
                // Each look is written down for oversight, so they become rare.
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                reply = calls.ask(Wish.of(Operation.SHOW_EXHIBIT, exhibit.reference()), ExhibitDetail.class);
            }
            if (reply instanceof Reply.Answered<ExhibitDetail> answered && !isWell.test(answered.value())) {
                // The work may have ended while the answer was being written.
                reply = calls.ask(Wish.of(Operation.SHOW_EXHIBIT, exhibit.reference()), ExhibitDetail.class);
            }
            return exhibit.terminal()
                    .settle(
                            reply,
                            new Terminal.Shown<>(
                                    ExhibitView::standing, shown -> isWell.test(shown) ? Exit.GOOD : Exit.NOT_GOOD));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.COULD_NOT_TELL;
        }
    }

    private Wish wish(Operation act, Record body) {
        return Wish.of(act, exhibit.reference()).with(body).under(once.key());
    }
}
