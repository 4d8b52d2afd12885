package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.node.Paper;
import comity.api.node.Verdict;
import comity.cli.call.Wish;
import comity.cli.screen.Screen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `comity verify`: whether the paper in one's hand is genuine. Needs no token.
@Command(name = "verify")
final class VerifyVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "REF")
    private String reference = "";

    @Parameters(index = "1", paramLabel = "FINGERPRINT")
    private String fingerprint = "";

    VerifyVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        return terminal.ask(
                Wish.of(Operation.VERIFY).with(new Paper(reference, fingerprint)),
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
