package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.exhibit.ListRemainder;
import comity.api.exhibit.Remainder;
import comity.cli.call.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists of what was collected and is not handed over.
final class RemainderVerbs {
    private RemainderVerbs() {}

    /// Lists it.
    @Command(name = "list-remainder")
    static final class ListRemainders implements Callable<Integer> {
        @Mixin
        private final ActOnExhibit act;

        @Option(
                names = "--ground",
                paramLabel = "outside-order|privileged|filtered",
                required = true,
                descriptionKey = "exhibit-ground")
        private String ground = "";

        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "exhibit-remainder-file")
        private Path file = Path.of("");

        ListRemainders(Surroundings surroundings) {
            this.act = new ActOnExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.LIST_REMAINDER, new ListRemainder(ground, list()));
        }

        private String list() {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UsageFault("usage.file", file.toString());
            }
        }
    }

    /// Shows a list again, as it is, so that its digest can be compared with the custody.
    @Command(name = "remainder")
    static final class ShowRemainder implements Callable<Integer> {
        @Mixin
        private final OneExhibit exhibit;

        @Parameters(index = "1", paramLabel = "NUMBER", descriptionKey = "exhibit-remainder-number")
        private int number;

        ShowRemainder(Surroundings surroundings) {
            this.exhibit = new OneExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return exhibit.terminal()
                    .ask(
                            Wish.of(Operation.SHOW_REMAINDER, exhibit.reference(), Integer.toString(number)),
                            Remainder.class,
                            Terminal.Shown.good((screen, list) -> screen.line(list.document())));
        }
    }
}
