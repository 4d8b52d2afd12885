package comity.cli.verb;

import comity.api.act.AskExtension;
import comity.api.act.ChooseRisk;
import comity.api.contract.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What the requesting State says after it has sent.
final class AskingVerbs {
    private AskingVerbs() {}

    /// Gives what was asked for.
    @Command(name = "answer")
    static final class Answer implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Option(names = "--set", paramLabel = "POINTER=VALUE")
        private List<String> fields = List.of();

        @Option(names = "--note", paramLabel = "TEXT")
        private Optional<String> note = Optional.empty();

        Answer(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.ANSWER, new comity.api.act.Answer(fields(), note.orElse(null)));
        }

        private Map<String, Object> fields() {
            Map<String, Object> given = new LinkedHashMap<>();
            for (String field : fields) {
                int equals = field.indexOf('=');
                if (equals < 1 || field.charAt(0) != '/') {
                    throw new UsageFault("usage.set", field);
                }
                given.put(field.substring(0, equals), field.substring(equals + 1));
            }
            return given;
        }
    }

    /// Decides after a warning.
    @Command(name = "choose")
    static final class Choose implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Parameters(index = "1", paramLabel = "continue|withdraw")
        private String choice = "";

        @Option(names = "--note", paramLabel = "TEXT")
        private Optional<String> note = Optional.empty();

        Choose(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.CHOOSE_RISK, new ChooseRisk(choice, note.orElse(null)));
        }
    }

    /// Asks for more time.
    @Command(name = "extend")
    static final class Extend implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Option(names = "--days", paramLabel = "N", required = true)
        private int days;

        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        private String reason = "";

        Extend(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.ASK_EXTENSION, new AskExtension(days, reason));
        }
    }

    /// Tells that the request for mutual legal assistance is made.
    @Command(name = "link-mla")
    static final class LinkMla implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Parameters(index = "1", paramLabel = "MLA-REF")
        private String mlaReference = "";

        LinkMla(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.LINK_MLA, new comity.api.act.LinkMla(mlaReference));
        }
    }

    /// Takes the request back.
    @Command(name = "withdraw")
    static final class Withdraw implements Callable<Integer> {
        @Mixin
        private final ActOn act;

        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        private String reason = "";

        Withdraw(Surroundings surroundings) {
            this.act = new ActOn(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.WITHDRAW, new comity.api.act.Withdraw(reason));
        }
    }
}
