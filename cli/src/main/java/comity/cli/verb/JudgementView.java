package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.ledger.note.Cosignature;
import comity.ledger.note.CosignatureFault;
import comity.ledger.policy.Judgement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who signed a checkpoint, for a person and for a program.
final class JudgementView {
    private JudgementView() {}

    /// One cosigner, for a program.
    ///
    /// @param fault why it does not count; null when it does
    /// @param at when it signed; null when it did not, or stated no time
    record CosignerLine(
            String name,
            String key,
            boolean signed,
            @Nullable String at,
            @Nullable String fault) {}

    static List<CosignerLine> lines(Judgement.Weighed weighed) {
        return weighed.cosigners().stream()
                .map(word -> switch (word.cosignature()) {
                    case Cosignature.Signed signed ->
                        new CosignerLine(
                                word.name(),
                                word.key().name(),
                                true,
                                signed.isDated() ? signed.at().toString() : null,
                                null);
                    case Cosignature.NotSigned(CosignatureFault fault) ->
                        new CosignerLine(word.name(), word.key().name(), false, null, fault.code());
                })
                .toList();
    }

    static void show(Screen screen, Judgement.Weighed weighed) {
        for (Judgement.Word word : weighed.cosigners()) {
            switch (word.cosignature()) {
                case Cosignature.Signed signed ->
                    screen.line(
                            signed.isDated()
                                    ? screen.texts()
                                            .say(
                                                    "ledger.signed",
                                                    word.name(),
                                                    screen.times().show(signed.at()))
                                    : screen.texts().say("ledger.signed-undated", word.name()));
                case Cosignature.NotSigned(CosignatureFault fault) ->
                    screen.line(screen.texts()
                            .say(
                                    "ledger.not-signed",
                                    word.name(),
                                    screen.texts().word("cosigner", fault.code())));
            }
        }
        Judgement.Count quorum = weighed.quorum();
        if (quorum.needed() > 0) {
            boolean reached = quorum.isReached();
            screen.line(screen.painted(
                    reached ? Screen.Paint.GOOD : Screen.Paint.BAD,
                    screen.texts()
                            .say(
                                    reached ? "ledger.quorum-reached" : "ledger.quorum-missed",
                                    quorum.signed().size(),
                                    quorum.needed())));
        }
    }
}
