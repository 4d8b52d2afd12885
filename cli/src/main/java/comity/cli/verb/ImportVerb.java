package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.law.ImportLaw;
import comity.api.law.ProposedChange;
import comity.cli.call.NodeCalls;
import comity.cli.call.Reply;
import comity.cli.call.Wish;
import comity.cli.screen.Screen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `comity law import`: proposes a treaty register, or a State's book of provisions, to the registry. It shows
/// what would change; another person of the secretariat decides. Exit code 1 when it is not taken.
@Command(name = "import")
final class ImportVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "law-import-file")
    private String file = "";

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "law-import-state")
    private Optional<String> state = Optional.empty();

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "law-import-from")
    private Optional<String> from = Optional.empty();

    ImportVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        ImportLaw wish = new ImportLaw(LawFile.text(file), state.orElse(null), from.orElse(null));
        try (NodeCalls calls = terminal.calls()) {
            Reply<ProposedChange> reply =
                    calls.ask(Wish.of(Operation.IMPORT_LAW).with(wish), ProposedChange.class);
            return reply instanceof Reply.Refused<ProposedChange> refused && isTable()
                    ? refused(refused)
                    : terminal.settle(reply, Terminal.Shown.good(ImportVerb::show));
        }
    }

    private boolean isTable() {
        return file.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private int refused(Reply.Refused<ProposedChange> refused) {
        Screen screen = terminal.screen();
        return ReplyView.refused(screen, refused, pointer -> MatchView.place(screen, pointer));
    }

    private static void show(Screen screen, ProposedChange change) {
        screen.table(
                List.of(
                        screen.texts().say("law.column.where"),
                        screen.texts().say("law.column.former"),
                        screen.texts().say("law.column.next")),
                change.differences().stream()
                        .map(one -> List.of(String.join(" › ", one.where()), one.former(), one.next()))
                        .toList());
        if (change.more() > 0) {
            screen.paragraph(screen.texts().say("law.differences-more", change.more()));
        }
        screen.paragraph(screen.texts().say("law.proposed", change.subject(), change.effectiveFrom(), change.page()));
    }
}
