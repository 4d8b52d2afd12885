package comity.web.preservation;

import comity.kernel.Actor;
import comity.law.RiskKind;
import comity.requests.Outcome;
import comity.requests.preservation.Act;
import comity.requests.preservation.Answering;
import comity.requests.preservation.Assessment;
import comity.requests.preservation.Assessment.Answer;
import comity.requests.preservation.Confirmation;
import comity.requests.preservation.IncomingCase;
import comity.requests.preservation.Keeping;
import comity.requests.preservation.Refusal;
import comity.requests.preservation.Risk;
import comity.requests.preservation.Target;
import comity.safeguards.ProtectedRole;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Hands the typed form of an act of the requested State to the requests.
public final class AnsweringActs {
    private final Answering answering;

    public AnsweringActs(Answering answering) {
        this.answering = answering;
    }

    /// Performs the act, unless something typed cannot be read; then the complaints are in `typed`.
    Outcome<?> perform(Act act, Actor actor, CaseView view, Typed typed, Instant now) {
        Target target = Target.of(view.reference(), typed.version());
        return switch (act) {
            case ACKNOWLEDGE -> answering.acknowledge(actor, target, typed.hoursAhead("/nextUpdateBy", now));
            case ASSESS -> answering.assess(actor, target, assessment(typed));
            case ASK_MORE -> {
                List<String> fields = typed.several("/fields");
                yield when(typed, () -> answering.askMore(actor, target, fields, typed.text("/note")));
            }
            case NOTICE_RISK -> risk(actor, target, typed);
            case CONSULT -> {
                String ground = typed.needed("/ground");
                String note = typed.needed("/note");
                yield when(typed, () -> answering.consult(actor, target, ground, note));
            }
            case REFUSE -> {
                Refusal refusal = new Refusal(
                        typed.needed("/ground"),
                        typed.needed("/nationalLaw"),
                        typed.needed("/reasons"),
                        typed.text("/mayResubmitIf"));
                yield when(typed, () -> answering.refuse(actor, target, refusal));
            }
            case ORDER -> {
                String order = typed.needed("/reference");
                Instant at = typed.pastTime("/orderedAt", now);
                yield when(typed, () -> answering.order(actor, target, order, at));
            }
            case RENEW_ORDER -> {
                String order = typed.needed("/reference");
                Instant at = typed.pastTime("/orderedAt", now);
                yield when(typed, () -> answering.renewOrder(actor, target, order, at));
            }
            case PRESERVE -> preserved(actor, target, typed);
            case ANSWER_EXTENSION -> extension(actor, target, typed);
            case HOLD -> {
                String reference = typed.needed("/mlaReference");
                yield when(typed, () -> answering.hold(actor, target, reference));
            }
            case RELEASE -> {
                String reason = typed.needed("/reason");
                yield when(typed, () -> answering.release(actor, target, reason));
            }
            case DRAFT, SEND, ANSWER, CHOOSE_RISK, ASK_EXTENSION, LINK_MLA, WITHDRAW -> new Outcome.NotFound<>();
        };
    }

    /// Acts only when all that was typed could be read.
    private static Outcome<?> when(Typed typed, Supplier<Outcome<IncomingCase>> act) {
        return typed.complaints().isEmpty() ? act.get() : new Outcome.NotFound<>();
    }

    private static Assessment assessment(Typed typed) {
        return new Assessment(
                judgement(typed.text("/necessity")),
                judgement(typed.text("/discrimination")),
                judgement(typed.text("/protectedRole")),
                judgement(typed.text("/refusalGround")),
                typed.text("/reasons"),
                protectedRoles(typed.text("/roles")));
    }

    private static Set<ProtectedRole> protectedRoles(String picked) {
        return Arrays.stream(picked.split("\\s+"))
                .flatMap(code -> ProtectedRole.ofCode(code).stream())
                .collect(Collectors.toSet());
    }

    private static Answer judgement(String word) {
        return Arrays.stream(Answer.values())
                .filter(answer -> answer.code().equals(word))
                .findFirst()
                .orElse(Answer.UNANSWERED);
    }

    private Outcome<?> risk(Actor actor, Target target, Typed typed) {
        String word = typed.needed("/kind");
        String note = typed.needed("/note");
        Optional<RiskKind> kind = RiskKind.ofCode(word);
        return kind.isEmpty()
                ? new Outcome.NotFound<>()
                : when(typed, () -> answering.noticeRisk(actor, target, new Risk(kind.get(), note)));
    }

    private Outcome<?> preserved(Actor actor, Target target, Typed typed) {
        String word = typed.needed("/coverage");
        String provider = typed.needed("/provider");
        if (word.equals("not-found")) {
            return when(typed, () -> answering.notFound(actor, target, provider, typed.text("/remarks")));
        }
        Keeping.Coverage coverage = word.equals("partial") ? Keeping.Coverage.PARTIAL : Keeping.Coverage.FULL;
        Confirmation confirmation =
                new Confirmation(provider, coverage, typed.text("/nationalReference"), typed.text("/remarks"));
        return when(typed, () -> answering.preserved(actor, target, confirmation));
    }

    private Outcome<?> extension(Actor actor, Target target, Typed typed) {
        if (typed.needed("/answer").equals("refuse")) {
            String ground = typed.needed("/ground");
            String reasons = typed.needed("/reasons");
            Refusal refusal = new Refusal(ground, typed.text("/nationalLaw"), reasons, "");
            return when(typed, () -> answering.refuseExtension(actor, target, refusal));
        }
        int days = typed.wholeNumber("/days");
        return when(typed, () -> answering.grantExtension(actor, target, days));
    }
}
