package comity.web.preservation;

import comity.kernel.Actor;
import comity.requests.Outcome;
import comity.requests.preservation.Act;
import comity.requests.preservation.Asking;
import comity.requests.preservation.Risk;
import comity.requests.preservation.Target;
import java.util.LinkedHashMap;
import java.util.Map;

/// Hands the typed form of an act of the requesting State to the requests.
public final class AskingActs {
    private final Asking asking;

    public AskingActs(Asking asking) {
        this.asking = asking;
    }

    /// Performs the act, unless something typed cannot be read; then the complaints are in `typed`.
    Outcome<?> perform(Act act, Actor actor, CaseView view, Typed typed) {
        Target target = Target.of(view.reference(), typed.version());
        return switch (act) {
            case ANSWER -> asking.answer(actor, target, answers(view, typed), typed.text("/note"));
            case CHOOSE_RISK -> choose(actor, target, typed);
            case ASK_EXTENSION -> {
                int days = typed.wholeNumber("/days");
                String reason = typed.needed("/reason");
                yield typed.complaints().isEmpty()
                        ? asking.askExtension(actor, target, days, reason)
                        : new Outcome.NotFound<>();
            }
            case LINK_MLA -> {
                String reference = typed.needed("/mlaReference");
                yield typed.complaints().isEmpty()
                        ? asking.linkMla(actor, target, reference)
                        : new Outcome.NotFound<>();
            }
            case WITHDRAW -> {
                String reason = typed.needed("/reason");
                yield typed.complaints().isEmpty() ? asking.withdraw(actor, target, reason) : new Outcome.NotFound<>();
            }
            case DRAFT,
                    SEND,
                    ACKNOWLEDGE,
                    ASSESS,
                    ASK_MORE,
                    NOTICE_RISK,
                    CONSULT,
                    REFUSE,
                    ORDER,
                    RENEW_ORDER,
                    PRESERVE,
                    ANSWER_EXTENSION,
                    HOLD,
                    RELEASE -> new Outcome.NotFound<>();
        };
    }

    private static Map<String, String> answers(CaseView view, Typed typed) {
        Map<String, String> answers = new LinkedHashMap<>();
        view.asked().forEach(pointer -> answers.put(pointer, typed.text(pointer)));
        return answers;
    }

    private Outcome<?> choose(Actor actor, Target target, Typed typed) {
        return switch (typed.needed("/choice")) {
            case "continue" -> asking.choose(actor, target, Risk.Choice.CONTINUE, typed.text("/note"));
            case "withdraw" -> asking.choose(actor, target, Risk.Choice.WITHDRAW, typed.text("/note"));
            default -> new Outcome.NotFound<>();
        };
    }
}
