package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.ledger.Hash;
import comity.ledger.Opening;
import comity.ledger.policy.Judgement;
import comity.ledger.policy.Policy;
import comity.ledger.proof.ProofFile;
import comity.ledger.proof.ProofRefused;
import comity.ledger.proof.ProofVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `comity ledger prove`: whether a proof file shows that its entry is in the ledger. Asks nobody.
@Command(name = "prove")
final class LedgerProveVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final LedgerTrust trust = new LedgerTrust();

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--commitment", paramLabel = "HEX")
    private Optional<String> commitment = Optional.empty();

    @Option(names = "--event-to", paramLabel = "FILE")
    private Optional<Path> eventTo = Optional.empty();

    LedgerProveVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program.
    ///
    /// @param result `good`, `not-good` or `unknown`
    /// @param leaf where the entry stands; null when that is not shown
    record Shown(
            String result,
            String code,
            @Nullable Long leaf,
            @Nullable String commitment,
            @Nullable String origin,
            List<JudgementView.CosignerLine> cosigners) {}

    @Override
    public Integer call() {
        Screen screen = terminal.screen();
        Policy policy = trust.policy();
        Optional<Hash> entry = commitment.map(LedgerProveVerb::hash);
        try {
            ProofFile proof = ProofFile.parse(Files.readAllBytes(file));
            Instant now = terminal.surroundings().clock().instant();
            ProofVerdict verdict =
                    entry.map(given -> proof.judge(given, policy, now)).orElseGet(() -> proof.judge(policy, now));
            int exit = told(screen, verdict);
            if (exit == Exit.GOOD) {
                write(proof);
            }
            return exit;
        } catch (IOException e) {
            throw new UsageFault("file.missing", file);
        } catch (ProofRefused e) {
            return told(screen, e.fault().code(), Exit.NOT_GOOD, Optional.empty(), null, null);
        }
    }

    private static Hash hash(String hex) {
        try {
            return Hash.ofHex(hex);
        } catch (IllegalArgumentException e) {
            throw new UsageFault("usage.value", "--commitment");
        }
    }

    private void write(ProofFile proof) {
        Optional<byte[]> event = proof.opening().map(Opening::event);
        if (eventTo.isPresent() && event.isPresent()) {
            try {
                Files.write(eventTo.get(), event.get(), java.nio.file.StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw new UsageFault("usage.file-not-written", eventTo.get());
            }
        }
    }

    private static int told(Screen screen, ProofVerdict verdict) {
        return switch (verdict) {
            case ProofVerdict.Proved(var place, Judgement.Weighed weighed) ->
                told(screen, verdict.code(), Exit.GOOD, Optional.of(weighed), place.index(), place.commitment());
            case ProofVerdict.TooFewCosigners(var place, Judgement.Weighed weighed) ->
                told(screen, verdict.code(), Exit.NOT_GOOD, Optional.of(weighed), place.index(), place.commitment());
            case ProofVerdict.OtherEntry(Judgement.Weighed weighed) ->
                told(screen, verdict.code(), Exit.NOT_GOOD, Optional.of(weighed), null, null);
            case ProofVerdict.NotOfTheLog _ ->
                told(screen, verdict.code(), Exit.NOT_GOOD, Optional.empty(), null, null);
            case ProofVerdict.NothingToProve() ->
                told(screen, verdict.code(), Exit.COULD_NOT_TELL, Optional.empty(), null, null);
        };
    }

    private static int told(
            Screen screen,
            String code,
            int exit,
            Optional<Judgement.Weighed> weighed,
            @Nullable Long leaf,
            @Nullable String commitment) {
        if (screen.asJson()) {
            String result = exit == Exit.GOOD ? "good" : exit == Exit.NOT_GOOD ? "not-good" : "unknown";
            screen.json(new Shown(
                    result,
                    code,
                    leaf,
                    commitment,
                    weighed.map(word -> word.checkpoint().checkpoint().origin()).orElse(null),
                    weighed.map(JudgementView::lines).orElse(List.of())));
            return exit;
        }
        weighed.ifPresent(word -> {
            screen.fact("ledger.origin", word.checkpoint().checkpoint().origin());
            screen.fact(
                    "ledger.size", Long.toString(word.checkpoint().checkpoint().size()));
        });
        screen.factIf("ledger.leaf", leaf);
        screen.factIf("ledger.commitment", commitment);
        weighed.ifPresent(word -> JudgementView.show(screen, word));
        screen.line(screen.painted(
                exit == Exit.GOOD ? Screen.Paint.GOOD : Screen.Paint.BAD,
                code.startsWith("proof") || code.equals("proved")
                        ? screen.texts().word("proof", code)
                        : screen.texts().say("ledger.not-genuine", code)));
        return exit;
    }
}
