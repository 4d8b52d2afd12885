package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.law.CheckLaw;
import comity.api.law.LawBook;
import comity.api.law.LawCheck;
import comity.api.law.LawMatch;
import comity.api.law.MatchCall;
import comity.api.law.RegisterFile;
import comity.cli.call.Wish;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The verbs of `comity law` about books of provisions. The node compares and checks; nothing is kept there.
final class OffenceVerbs {
    private OffenceVerbs() {}

    /// `comity law match`: conduct in two laws. Exit code 0 when both reach it, if need be with facts; 1 when not; 2
    /// when it is not known.
    @Command(name = "match")
    static final class Match implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Option(names = "--conduct", paramLabel = "FILE", required = true, descriptionKey = "law-conduct")
        private String conduct = "";

        @Option(names = "--laws", paramLabel = "STATE,STATE", required = true, split = ",", descriptionKey = "law-laws")
        private List<String> laws = List.of();

        @Option(names = "--on", paramLabel = "DAY", descriptionKey = "law-day")
        private Optional<String> on = Optional.empty();

        @Option(names = "--measure", paramLabel = "MEASURE", descriptionKey = "law-measure")
        private Optional<String> measure = Optional.empty();

        Match(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            if (laws.size() != 2) {
                throw new UsageFault("usage.laws");
            }
            Wish wish = Wish.of(Operation.MATCH_CONDUCT)
                    .with(new MatchCall(
                            LawFile.object(conduct),
                            laws.getFirst(),
                            laws.getLast(),
                            on.orElse(null),
                            measure.orElse(null)));
            return terminal.ask(wish, LawMatch.class, new Terminal.Shown<>(MatchView::match, Match::exit));
        }

        private static int exit(LawMatch match) {
            return switch (match.answer()) {
                case "matched", "matched-with-facts" -> Exit.GOOD;
                case "not-matched" -> Exit.NOT_GOOD;
                default -> Exit.COULD_NOT_TELL;
            };
        }
    }

    /// `comity law export`: the treaty register, or a State's book, as a file on the standard output.
    @Command(name = "export")
    static final class Export implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Option(names = "--state", paramLabel = "STATE", descriptionKey = "law-state")
        private Optional<String> state = Optional.empty();

        @Option(names = "--csv", descriptionKey = "law-csv")
        private boolean csv;

        Export(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            Optional<String> form = Optional.of(csv ? "csv" : "json");
            return state.map(code -> terminal.ask(
                            Wish.of(Operation.EXPORT_LAW, code).where("form", form),
                            LawBook.class,
                            Terminal.Shown.good((screen, book) -> screen.verbatim(book.text()))))
                    .orElseGet(() -> terminal.ask(
                            Wish.of(Operation.EXPORT_REGISTER).where("form", form),
                            RegisterFile.class,
                            Terminal.Shown.good((screen, register) -> screen.verbatim(register.text()))));
        }
    }

    /// `comity law check`: everything that is wrong with a book of provisions or a treaty register.
    @Command(name = "check")
    static final class Check implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "law-file")
        private String file = "";

        Check(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            String form = file.toLowerCase(Locale.ROOT).endsWith(".csv") ? "csv" : "json";
            return terminal.ask(
                    Wish.of(Operation.CHECK_LAW).with(new CheckLaw(form, LawFile.text(file))),
                    LawCheck.class,
                    new Terminal.Shown<>(
                            (screen, check) -> MatchView.check(screen, file, form.equals("csv"), check),
                            check -> check.whole() ? Exit.GOOD : Exit.NOT_GOOD));
        }
    }
}
