package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.emergency.AcceptEmergency;
import comity.api.emergency.AcknowledgeEmergency;
import comity.api.emergency.DeclineEmergency;
import comity.api.emergency.EmergencyDetail;
import comity.api.emergency.EmergencyList;
import comity.api.emergency.KeepEmergency;
import comity.api.emergency.ReviewEmergency;
import comity.api.emergency.WithdrawEmergency;
import comity.api.request.Letters;
import comity.api.request.Timeline;
import comity.cli.call.Wish;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looking at requests for data to avert an emergency, and what both States do with them.
final class EmergencyVerbs {
    private EmergencyVerbs() {}

    /// The last changed first, or what waits.
    @Command(name = "list")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Option(names = "--waiting", descriptionKey = "emergency-waiting")
        private boolean waiting;

        @Option(names = "--limit", paramLabel = "N")
        private Optional<String> limit = Optional.empty();

        @Option(names = "--cursor", paramLabel = "CURSOR")
        private Optional<String> cursor = Optional.empty();

        Listing(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            Wish wish = Wish.of(Operation.LIST_EMERGENCIES)
                    .where("waitsFor", waiting ? Optional.of("us") : Optional.empty())
                    .where("limit", limit)
                    .where("cursor", cursor);
            return terminal.ask(wish, EmergencyList.class, Terminal.Shown.good(EmergencyView::list));
        }
    }

    /// One of them, its timeline or its letters.
    @Command(name = "show")
    static final class Show implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "REF")
        private String reference = "";

        @Option(names = "--timeline")
        private boolean timeline;

        @Option(names = "--letters")
        private boolean letters;

        Show(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            if (timeline) {
                return terminal.ask(
                        Wish.of(Operation.SHOW_EMERGENCY_TIMELINE, reference),
                        Timeline.class,
                        Terminal.Shown.good(HistoryView::timeline));
            }
            if (letters) {
                return terminal.ask(
                        Wish.of(Operation.SHOW_EMERGENCY_LETTERS, reference),
                        Letters.class,
                        Terminal.Shown.good(HistoryView::letters));
            }
            return terminal.ask(
                    Wish.of(Operation.SHOW_EMERGENCY, reference),
                    EmergencyDetail.class,
                    Terminal.Shown.good(EmergencyView::whole));
        }
    }

    /// A person has seen it.
    @Command(name = "acknowledge")
    static final class Acknowledge implements Callable<Integer> {
        @Mixin
        private final ActOnEmergency act;

        Acknowledge(Surroundings surroundings) {
            this.act = new ActOnEmergency(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.ACKNOWLEDGE_EMERGENCY, new AcknowledgeEmergency());
        }
    }

    /// What must be said before data are given or kept at once.
    static final class Grounds {
        @Option(names = "--order", paramLabel = "REF", required = true, descriptionKey = "emergency-order")
        private String order = "";

        @Option(names = "--justification", paramLabel = "TEXT", required = true)
        private String justification = "";

        @Option(names = "--substantial-grounds", paramLabel = "no|yes|unknown", required = true)
        private String substantialGrounds = "";
    }

    /// Gives the data at once.
    @Command(name = "accept")
    static final class Accept implements Callable<Integer> {
        @Mixin
        private final ActOnEmergency act;

        @Mixin
        private final Grounds grounds = new Grounds();

        @Option(names = "--conditions", paramLabel = "TEXT", descriptionKey = "emergency-conditions")
        private Optional<String> conditions = Optional.empty();

        Accept(Surroundings surroundings) {
            this.act = new ActOnEmergency(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(
                    Operation.ACCEPT_EMERGENCY,
                    new AcceptEmergency(
                            grounds.order, grounds.justification, grounds.substantialGrounds, conditions.orElse(null)));
        }
    }

    /// Keeps the data and gives nothing yet.
    @Command(name = "keep")
    static final class Keep implements Callable<Integer> {
        @Mixin
        private final ActOnEmergency act;

        @Mixin
        private final Grounds grounds = new Grounds();

        @Option(names = "--reasons", paramLabel = "TEXT", required = true)
        private String reasons = "";

        Keep(Surroundings surroundings) {
            this.act = new ActOnEmergency(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(
                    Operation.KEEP_EMERGENCY,
                    new KeepEmergency(grounds.order, grounds.justification, grounds.substantialGrounds, reasons));
        }
    }

    /// Gives nothing.
    @Command(name = "decline")
    static final class Decline implements Callable<Integer> {
        @Mixin
        private final ActOnEmergency act;

        @Option(names = "--reasons", paramLabel = "TEXT", required = true)
        private String reasons = "";

        Decline(Surroundings surroundings) {
            this.act = new ActOnEmergency(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.DECLINE_EMERGENCY, new DeclineEmergency(reasons));
        }
    }

    /// Takes it back.
    @Command(name = "withdraw")
    static final class Withdraw implements Callable<Integer> {
        @Mixin
        private final ActOnEmergency act;

        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        private String reason = "";

        Withdraw(Surroundings surroundings) {
            this.act = new ActOnEmergency(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.WITHDRAW_EMERGENCY, new WithdrawEmergency(reason));
        }
    }

    /// Looks again.
    @Command(name = "review")
    static final class Review implements Callable<Integer> {
        @Mixin
        private final ActOnEmergency act;

        @Option(
                names = "--finding",
                paramLabel = "justified|not-justified",
                required = true,
                descriptionKey = "emergency-finding")
        private String finding = "";

        @Option(names = "--assistance", paramLabel = "REF")
        private Optional<String> assistance = Optional.empty();

        @Option(names = "--text", paramLabel = "TEXT", required = true, descriptionKey = "emergency-text")
        private String text = "";

        Review(Surroundings surroundings) {
            this.act = new ActOnEmergency(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.REVIEW_EMERGENCY, new ReviewEmergency(finding, assistance.orElse(null), text));
        }
    }
}
