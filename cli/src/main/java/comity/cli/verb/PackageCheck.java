package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.cli.words.Texts;
import comity.evidence.PackageFiles;
import comity.evidence.age.Identity;
import comity.evidence.bag.Bag;
import comity.evidence.pack.Checking;
import comity.evidence.pack.Finding;
import comity.evidence.pack.SealedFolder;
import comity.evidence.signature.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Checks a package, a bundle or an opened folder, and says in words what that proves and what it does not.
final class PackageCheck {
    private final Terminal terminal;
    private final Path folder;

    PackageCheck(Terminal terminal, Path folder) {
        this.terminal = terminal;
        this.folder = folder;
    }

    /// For a program.
    ///
    /// @param result `good`, `not-good` or `unknown`
    /// @param kind `sealed` or `opened`
    record Checked(String result, String kind, List<Line> findings) {}

    /// One check.
    ///
    /// @param outcome `good`, `bad`, `unknown` or `not-done`
    record Line(String check, String outcome, String subject, String code) {}

    int run(List<Path> identities, List<Path> trusted) {
        List<Identity> keys = EvidenceTools.identities(identities);
        EvidenceTools tools = new EvidenceTools(terminal);
        return tools.attempt(0, _ -> {
            Trust trust = Trust.of(trusted);
            boolean opened = Bag.isOne(folder);
            if (!opened && !SealedFolder.isOne(folder)) {
                throw new UsageFault("usage.not-a-package", folder);
            }
            return tools.attempt(opened ? 0 : total(keys), progress -> {
                Checking checking = new Checking(
                        EvidenceTools.workers(),
                        trust,
                        terminal.surroundings().clock().instant(),
                        progress);
                return told(opened, opened ? checking.opened(folder) : checking.sealed(folder, keys));
            });
        });
    }

    /// The payload is read once for its tree, and once more when it is opened.
    private long total(List<Identity> keys) {
        try {
            return Files.size(folder.resolve(PackageFiles.PAYLOAD)) * (keys.isEmpty() ? 1 : 2);
        } catch (IOException e) {
            return 0;
        }
    }

    private int told(boolean opened, List<Finding> findings) {
        int exit = exit(findings);
        String result = exit == Exit.GOOD ? "good" : exit == Exit.NOT_GOOD ? "not-good" : "unknown";
        Screen screen = terminal.screen();
        if (screen.asJson()) {
            screen.json(new Checked(
                    result,
                    opened ? "opened" : "sealed",
                    findings.stream()
                            .map(each ->
                                    new Line(code(each.check()), code(each.outcome()), each.subject(), each.code()))
                            .toList()));
            return exit;
        }
        findings.forEach(each -> screen.line(line(screen, each)));
        screen.heading("evidence.verdict." + result);
        screen.paragraph(explanation(screen.texts(), exit, findings));
        return exit;
    }

    static int exit(List<Finding> findings) {
        if (findings.stream().anyMatch(each -> each.outcome() == Finding.Outcome.BAD)) {
            return Exit.NOT_GOOD;
        }
        return findings.stream().anyMatch(each -> each.outcome() == Finding.Outcome.UNKNOWN)
                ? Exit.COULD_NOT_TELL
                : Exit.GOOD;
    }

    private static String line(Screen screen, Finding finding) {
        Texts texts = screen.texts();
        String check = texts.say("evidence.check." + code(finding.check()));
        String about = finding.subject().isEmpty() ? "" : " (" + finding.subject() + ")";
        return switch (finding.outcome()) {
            case GOOD -> screen.painted(Screen.Paint.GOOD, "✔ ") + check + about;
            case BAD ->
                screen.painted(Screen.Paint.BAD, "✖ ") + check + ": " + texts.word("evidence.reason", finding.code())
                        + about;
            case UNKNOWN ->
                screen.painted(Screen.Paint.ATTENTION, "? ") + check + ": "
                        + texts.word("evidence.reason", finding.code()) + about;
            case NOT_DONE -> "– " + check + ": " + texts.word("evidence.reason", finding.code());
        };
    }

    private static String explanation(Texts texts, int exit, List<Finding> findings) {
        if (exit == Exit.NOT_GOOD) {
            return texts.say("evidence.explain.not-good");
        }
        StringBuilder text = new StringBuilder();
        boolean vouchedFor = good(findings, Finding.Check.SIGNER);
        boolean signed = good(findings, Finding.Check.SIGNATURE);
        text.append(texts.say(
                        vouchedFor
                                ? "evidence.explain.vouched"
                                : signed ? "evidence.explain.signed" : "evidence.explain.unsigned"))
                .append('\n');
        text.append(texts.say(
                        good(findings, Finding.Check.TIME) ? "evidence.explain.time" : "evidence.explain.no-time"))
                .append('\n');
        if (!good(findings, Finding.Check.CONTENTS)) {
            text.append(texts.say("evidence.explain.closed")).append('\n');
        }
        if (good(findings, Finding.Check.LEDGER)) {
            text.append(texts.say("evidence.explain.ledger")).append('\n');
        }
        return text.append(texts.say("evidence.explain.limits")).toString();
    }

    private static boolean good(List<Finding> findings, Finding.Check check) {
        return findings.stream().anyMatch(each -> each.check() == check && each.outcome() == Finding.Outcome.GOOD);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
