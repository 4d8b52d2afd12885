package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.node.Paper;
import comity.api.node.Verdict;
import comity.cli.call.Wish;
import comity.cli.screen.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `comity verify`: whether the paper in one's hand is genuine, which a node is asked, without a token; or whether a
/// package of evidence is as it was sealed, for which nobody is asked.
@Command(name = "verify")
final class VerifyVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Option(names = "--identity", paramLabel = "FILE")
    private List<Path> identities = new ArrayList<>();

    @Option(names = "--trust", paramLabel = "FILE")
    private List<Path> trusted = new ArrayList<>();

    @Parameters(index = "0", paramLabel = "REF|PACKAGE", descriptionKey = "verify-what")
    private String what = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FINGERPRINT", descriptionKey = "verify-fingerprint")
    private Optional<String> fingerprint = Optional.empty();

    VerifyVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        return fingerprint
                .map(this::paper)
                .orElseGet(() -> new PackageCheck(terminal, Path.of(what)).run(identities, trusted));
    }

    private int paper(String typed) {
        return terminal.ask(
                Wish.of(Operation.VERIFY).with(new Paper(what, typed)),
                Verdict.class,
                new Terminal.Shown<>(
                        VerifyVerb::show, verdict -> "active".equals(verdict.result()) ? Exit.GOOD : Exit.NOT_GOOD));
    }

    private static void show(Screen screen, Verdict verdict) {
        Screen.Paint paint = switch (verdict.result()) {
            case "active" -> Screen.Paint.GOOD;
            case "not-genuine" -> Screen.Paint.BAD;
            default -> Screen.Paint.ATTENTION;
        };
        screen.line(screen.painted(paint, screen.texts().word("verdict", verdict.result())));
        screen.line(verdict.text());
        screen.factIf("field.requesting", verdict.requestingState());
        screen.factIf("field.requested", verdict.requestedState());
        screen.factIf("field.signed", screen.times().showIf(verdict.signedAt()));
        screen.factIf("field.until", screen.times().showIf(verdict.until()));
    }
}
