package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.law.BasisList;
import comity.api.law.EligibilityAnswer;
import comity.api.law.TreatyTable;
import comity.cli.call.Wish;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The questions of `comity law`. The node answers in the person's language; the same question on its page has the same
/// answer.
final class LawVerbs {
    private LawVerbs() {}

    /// `comity law status`: how far the Convention is.
    @Command(name = "status")
    static final class Status implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Option(names = "--as-of", paramLabel = "DAY", descriptionKey = "law-day")
        private Optional<String> asOf = Optional.empty();

        Status(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            return terminal.ask(
                    Wish.of(Operation.SHOW_TREATY).where("asOf", asOf),
                    TreatyTable.class,
                    Terminal.Shown.good(LawView::status));
        }
    }

    /// `comity law what-if`: what would follow if States deposited their instruments.
    @Command(name = "what-if")
    static final class WhatIf implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Option(names = "--deposit", paramLabel = "STATE=DAY", required = true, descriptionKey = "law-deposit")
        private List<String> deposits = List.of();

        WhatIf(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            return terminal.ask(
                    Wish.of(Operation.SUPPOSE_DEPOSITS).where("deposit", Optional.of(String.join(",", deposits))),
                    TreatyTable.class,
                    Terminal.Shown.good(LawView::status));
        }
    }

    /// `comity law basis`: which treaties bind two States.
    @Command(name = "basis")
    static final class Basis implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "STATE", descriptionKey = "law-from")
        private String from = "";

        @Parameters(index = "1", paramLabel = "STATE", descriptionKey = "law-to")
        private String to = "";

        @Option(names = "--on", paramLabel = "DAY", descriptionKey = "law-day")
        private Optional<String> on = Optional.empty();

        Basis(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            return terminal.ask(
                    Wish.of(Operation.LIST_BASES)
                            .where("from", Optional.of(from))
                            .where("to", Optional.of(to))
                            .where("on", on),
                    BasisList.class,
                    Terminal.Shown.good(LawView::bases));
        }
    }

    /// `comity law eligible`: may it be asked? Exit code 0 when a basis carries it, if need be with facts; 1 when none
    /// does; 2 when it cannot be told.
    @Command(name = "eligible")
    static final class Eligible implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Option(names = "--from", paramLabel = "STATE", required = true, descriptionKey = "law-from")
        private String from = "";

        @Option(names = "--to", paramLabel = "STATE", required = true, descriptionKey = "law-to")
        private String to = "";

        @Option(names = "--offence", paramLabel = "OFFENCE", required = true, descriptionKey = "law-offence")
        private String offence = "";

        @Option(names = "--years", paramLabel = "YEARS", descriptionKey = "law-years")
        private Optional<String> years = Optional.empty();

        @Option(names = "--their-years", paramLabel = "YEARS", descriptionKey = "law-their-years")
        private Optional<String> theirYears = Optional.empty();

        @Option(names = "--measure", paramLabel = "MEASURE", required = true, descriptionKey = "law-measure")
        private String measure = "";

        @Option(names = "--data", paramLabel = "KIND", descriptionKey = "law-data")
        private Optional<String> data = Optional.empty();

        @Option(names = "--on", paramLabel = "DAY", descriptionKey = "law-day")
        private Optional<String> on = Optional.empty();

        Eligible(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            Wish wish = Wish.of(Operation.ASK_ELIGIBILITY)
                    .where("from", Optional.of(from))
                    .where("to", Optional.of(to))
                    .where("offence", Optional.of(offence))
                    .where("years", years)
                    .where("theirYears", theirYears)
                    .where("measure", Optional.of(measure))
                    .where("data", data)
                    .where("on", on);
            return terminal.ask(
                    wish, EligibilityAnswer.class, new Terminal.Shown<>(LawView::eligibility, Eligible::exit));
        }

        private static int exit(EligibilityAnswer answer) {
            return switch (answer.carries()) {
                case "yes", "with-facts" -> Exit.GOOD;
                case "no" -> Exit.NOT_GOOD;
                default -> Exit.COULD_NOT_TELL;
            };
        }
    }
}
