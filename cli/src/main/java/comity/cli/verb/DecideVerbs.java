package comity.cli.verb;

import comity.api.act.Acknowledge;
import comity.api.act.NoticeRisk;
import comity.api.act.Preserve;
import comity.api.contract.Operation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What the requested State says, one class for each act.
final class DecideVerbs {
    private DecideVerbs() {}

    /// A person has seen it.
    @Command(name = "ack")
    static final class Ack implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Option(names = "--next-update-by", paramLabel = "TIME")
        private Optional<String> nextUpdateBy = Optional.empty();

        Ack(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            var clock = act.terminal().surroundings().clock();
            return act.with(
                    Operation.ACKNOWLEDGE,
                    new Acknowledge(
                            nextUpdateBy.map(typed -> Moment.read(typed, clock)).orElse(null)));
        }
    }

    /// Takes the case.
    @Command(name = "take")
    static final class Take implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        Take(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.TAKE, new comity.api.act.Take());
        }
    }

    /// Keeps what a person judged.
    @Command(name = "assess")
    static final class Assess implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Option(names = "--necessity", paramLabel = "ANSWER")
        private String necessity = "unanswered";

        @Option(names = "--discrimination", paramLabel = "ANSWER")
        private String discrimination = "unanswered";

        @Option(names = "--protected-role", paramLabel = "ANSWER")
        private String protectedRole = "unanswered";

        @Option(names = "--refusal-ground", paramLabel = "ANSWER")
        private String refusalGround = "unanswered";

        @Option(names = "--role", paramLabel = "ROLE")
        private List<String> roles = List.of();

        @Option(names = "--reasons", paramLabel = "TEXT")
        private Optional<String> reasons = Optional.empty();

        Assess(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(
                    Operation.ASSESS,
                    new comity.api.act.Assess(
                            necessity,
                            discrimination,
                            protectedRole,
                            refusalGround,
                            roles.isEmpty() ? null : roles,
                            reasons.orElse(null)));
        }
    }

    /// Asks for more.
    @Command(name = "ask-more")
    static final class AskMore implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Option(names = "--field", paramLabel = "POINTER", required = true)
        private List<String> fields = List.of();

        @Option(names = "--note", paramLabel = "TEXT")
        private Optional<String> note = Optional.empty();

        AskMore(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.ASK_MORE, new comity.api.act.AskMore(fields, note.orElse(null)));
        }
    }

    /// Warns that preservation may not work.
    @Command(name = "risk")
    static final class WarnOfRisk implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Parameters(index = "1", paramLabel = "availability|confidentiality|prejudice")
        private String kind = "";

        @Option(names = "--note", paramLabel = "TEXT")
        private Optional<String> note = Optional.empty();

        WarnOfRisk(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.NOTICE_RISK, new NoticeRisk(kind, note.orElse(null)));
        }
    }

    /// Asks before refusing.
    @Command(name = "consult")
    static final class Consult implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Option(names = "--ground", paramLabel = "CODE", required = true)
        private String ground = "";

        @Option(names = "--note", paramLabel = "TEXT", required = true)
        private String note = "";

        Consult(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.CONSULT, new comity.api.act.Consult(ground, note));
        }
    }

    /// Says no.
    @Command(name = "refuse")
    static final class Refuse implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Option(names = "--ground", paramLabel = "CODE", required = true)
        private String ground = "";

        @Option(names = "--reasons", paramLabel = "TEXT", required = true)
        private String reasons = "";

        @Option(names = "--national-law", paramLabel = "TEXT")
        private Optional<String> nationalLaw = Optional.empty();

        @Option(names = "--may-resubmit-if", paramLabel = "TEXT")
        private Optional<String> mayResubmitIf = Optional.empty();

        Refuse(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(
                    Operation.REFUSE,
                    new comity.api.act.Refuse(ground, nationalLaw.orElse(null), reasons, mayResubmitIf.orElse(null)));
        }
    }

    /// Records the domestic order.
    @Command(name = "order")
    static final class Order implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Mixin
        private final DomesticOrder order = new DomesticOrder();

        Order(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(
                    Operation.ORDER, new comity.api.act.Order(order.reference(), order.orderedAt(act.terminal())));
        }
    }

    /// Records that the domestic order was renewed.
    @Command(name = "renew-order")
    static final class RenewOrder implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Mixin
        private final DomesticOrder order = new DomesticOrder();

        RenewOrder(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(
                    Operation.RENEW_ORDER,
                    new comity.api.act.RenewOrder(order.reference(), order.orderedAt(act.terminal())));
        }
    }

    /// Reports what is kept.
    @Command(name = "preserved")
    static final class Preserved implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Option(names = "--provider", paramLabel = "NAME", required = true)
        private String provider = "";

        @Option(names = "--coverage", paramLabel = "full|partial|not-found")
        private String coverage = "full";

        @Option(names = "--national-reference", paramLabel = "REF")
        private Optional<String> nationalReference = Optional.empty();

        @Option(names = "--remarks", paramLabel = "TEXT")
        private Optional<String> remarks = Optional.empty();

        Preserved(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(
                    Operation.PRESERVE,
                    new Preserve(provider, coverage, nationalReference.orElse(null), remarks.orElse(null)));
        }
    }

    /// Grants or refuses more time.
    @Command(name = "extension")
    static final class AnswerExtension implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Parameters(index = "1", paramLabel = "grant|refuse")
        private String answer = "";

        @Option(names = "--days", paramLabel = "N")
        private Optional<Integer> days = Optional.empty();

        @Option(names = "--ground", paramLabel = "CODE")
        private Optional<String> ground = Optional.empty();

        @Option(names = "--national-law", paramLabel = "TEXT")
        private Optional<String> nationalLaw = Optional.empty();

        @Option(names = "--reasons", paramLabel = "TEXT")
        private Optional<String> reasons = Optional.empty();

        AnswerExtension(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(
                    Operation.ANSWER_EXTENSION,
                    new comity.api.act.AnswerExtension(
                            answer,
                            days.orElse(null),
                            ground.orElse(null),
                            nationalLaw.orElse(null),
                            reasons.orElse(null)));
        }
    }

    /// Keeps the data until the request for mutual legal assistance is decided.
    @Command(name = "hold")
    static final class Hold implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Parameters(index = "1", paramLabel = "MLA-REF")
        private String mlaReference = "";

        Hold(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.HOLD, new comity.api.act.Hold(mlaReference));
        }
    }

    /// Ends the preservation.
    @Command(name = "release")
    static final class Release implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        private String reason = "";

        Release(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.RELEASE, new comity.api.act.Release(reason));
        }
    }
}
