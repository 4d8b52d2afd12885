package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.node.Caller;
import comity.api.node.NodeHealth;
import comity.cli.call.NodeCalls;
import comity.cli.call.Reply;
import comity.cli.call.Wish;
import comity.cli.screen.Screen;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `comity node doctor`: whether a node can be worked with, looked at from outside.
@Command(name = "doctor")
final class DoctorVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    DoctorVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    @Override
    public Integer call() {
        Screen screen = terminal.screen();
        List<Finding> findings = examine();
        if (screen.asJson()) {
            screen.json(new Examination(worst(findings).word(), findings));
        } else {
            findings.forEach(finding -> show(screen, finding));
        }
        return worst(findings).exit();
    }

    /// For a program.
    record Examination(String result, List<Finding> findings) {}

    private List<Finding> examine() {
        try (NodeCalls calls = terminal.calls()) {
            Clock clock = terminal.surroundings().clock();
            Instant asked = clock.instant();
            Reply<NodeHealth> health = calls.ask(Wish.of(Operation.SHOW_NODE), NodeHealth.class);
            Instant answered = clock.instant();
            return switch (health) {
                case Reply.Unknown<NodeHealth> unknown ->
                    List.of(Finding.of("not-reached", Finding.Result.UNKNOWN, unknown.detail()));
                case Reply.Refused<NodeHealth> refused ->
                    List.of(
                            Finding.of(
                                    "answers",
                                    Finding.Result.GOOD,
                                    calls.destination().node()),
                            Finding.of(
                                    "token-refused",
                                    Finding.Result.UNKNOWN,
                                    refused.problem().title()));
                case Reply.Answered<NodeHealth> found -> {
                    List<Finding> findings = new ArrayList<>();
                    findings.add(Finding.of(
                            "reached",
                            Finding.Result.GOOD,
                            calls.destination().node(),
                            found.value().state(),
                            found.value().version()));
                    findings.add(token(calls));
                    findings.addAll(new Examining(found.value(), asked, answered).all());
                    yield findings;
                }
            };
        }
    }

    private static Finding token(NodeCalls calls) {
        return switch (calls.ask(Wish.of(Operation.SHOW_CALLER), Caller.class)) {
            case Reply.Answered<Caller> caller ->
                Finding.of(
                        "token",
                        Finding.Result.GOOD,
                        String.join(", ", caller.value().roles()));
            case Reply.Refused<Caller> refused ->
                Finding.of(
                        "token-refused", Finding.Result.BAD, refused.problem().title());
            case Reply.Unknown<Caller> unknown -> Finding.of("token-refused", Finding.Result.UNKNOWN, unknown.detail());
        };
    }

    private static Finding.Result worst(List<Finding> findings) {
        return findings.stream().map(Finding::result).max(Enum::compareTo).orElse(Finding.Result.UNKNOWN);
    }

    private static void show(Screen screen, Finding finding) {
        String word = screen.texts().word("finding", finding.result().word());
        String text = finding.text().isEmpty()
                ? screen.texts()
                        .say("doctor." + finding.check(), finding.values().toArray())
                : finding.text();
        screen.line(screen.painted(finding.result().paint(), word) + " – " + text);
    }
}
