package comity.web.rest;

import static comity.web.rest.AskingCalls.orEmpty;
import static comity.web.rest.AskingCalls.target;

import comity.api.act.Acknowledge;
import comity.api.act.AnswerExtension;
import comity.api.act.AskMore;
import comity.api.act.Assess;
import comity.api.act.Consult;
import comity.api.act.Hold;
import comity.api.act.NoticeRisk;
import comity.api.act.Order;
import comity.api.act.Preserve;
import comity.api.act.Refuse;
import comity.api.act.Release;
import comity.api.act.RenewOrder;
import comity.api.act.Take;
import comity.api.contract.Paths;
import comity.kernel.Complaint;
import comity.law.RiskKind;
import comity.requests.Outcome;
import comity.requests.preservation.Answering;
import comity.requests.preservation.Assessment;
import comity.requests.preservation.Confirmation;
import comity.requests.preservation.IncomingCase;
import comity.requests.preservation.Keeping;
import comity.requests.preservation.Refusal;
import comity.requests.preservation.Risk;
import comity.safeguards.ProtectedRole;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the requested State does.
@RestController
public class AnsweringCalls {
    private final Answering answering;
    private final CaseTeller teller;
    private final Clock clock;

    public AnsweringCalls(Answering answering, CaseTeller teller, Clock clock) {
        this.answering = answering;
        this.teller = teller;
        this.clock = clock;
    }

    @PostMapping(Paths.TAKE)
    ResponseEntity<byte[]> take(Call call, @PathVariable String request) {
        call.body(Take.class);
        return teller.incoming(call, answering.take(call.actor(), target(call, request)));
    }

    @PostMapping(Paths.ACKNOWLEDGE)
    ResponseEntity<byte[]> acknowledge(Call call, @PathVariable String request) {
        Acknowledge seen = call.body(Acknowledge.class);
        return teller.incoming(
                call,
                answering.acknowledge(call.actor(), target(call, request), Optional.ofNullable(seen.nextUpdateBy())));
    }

    @PostMapping(Paths.ASSESS)
    ResponseEntity<byte[]> assess(Call call, @PathVariable String request) {
        Assess judged = call.body(Assess.class);
        return teller.incoming(call, answering.assess(call.actor(), target(call, request), assessment(judged)));
    }

    private static Assessment assessment(Assess judged) {
        List<String> roles = judged.roles() == null ? List.of() : judged.roles();
        return new Assessment(
                answer(judged.necessity()),
                answer(judged.discrimination()),
                answer(judged.protectedRole()),
                answer(judged.refusalGround()),
                orEmpty(judged.reasons()),
                roles.stream()
                        .map(role -> Words.choice(ProtectedRole.values(), ProtectedRole::code, role))
                        .collect(Collectors.toSet()));
    }

    private static Assessment.Answer answer(String word) {
        return Words.choice(Assessment.Answer.values(), Assessment.Answer::code, word);
    }

    @PostMapping(Paths.ASK_MORE)
    ResponseEntity<byte[]> askMore(Call call, @PathVariable String request) {
        AskMore asked = call.body(AskMore.class);
        return teller.incoming(
                call, answering.askMore(call.actor(), target(call, request), asked.fields(), orEmpty(asked.note())));
    }

    @PostMapping(Paths.NOTICE_RISK)
    ResponseEntity<byte[]> noticeRisk(Call call, @PathVariable String request) {
        NoticeRisk noticed = call.body(NoticeRisk.class);
        Risk risk = new Risk(Words.choice(RiskKind.values(), RiskKind::code, noticed.kind()), orEmpty(noticed.note()));
        return teller.incoming(call, answering.noticeRisk(call.actor(), target(call, request), risk));
    }

    @PostMapping(Paths.CONSULT)
    ResponseEntity<byte[]> consult(Call call, @PathVariable String request) {
        Consult asked = call.body(Consult.class);
        return teller.incoming(
                call, answering.consult(call.actor(), target(call, request), asked.ground(), asked.note()));
    }

    @PostMapping(Paths.REFUSE)
    ResponseEntity<byte[]> refuse(Call call, @PathVariable String request) {
        Refuse refused = call.body(Refuse.class);
        Refusal refusal = new Refusal(
                refused.ground(), orEmpty(refused.nationalLaw()), refused.reasons(), orEmpty(refused.mayResubmitIf()));
        return teller.incoming(call, answering.refuse(call.actor(), target(call, request), refusal));
    }

    @PostMapping(Paths.ORDER)
    ResponseEntity<byte[]> order(Call call, @PathVariable String request) {
        Order order = call.body(Order.class);
        return teller.incoming(
                call,
                answering.order(call.actor(), target(call, request), order.reference(), orNow(order.orderedAt())));
    }

    @PostMapping(Paths.RENEW_ORDER)
    ResponseEntity<byte[]> renewOrder(Call call, @PathVariable String request) {
        RenewOrder order = call.body(RenewOrder.class);
        return teller.incoming(
                call,
                answering.renewOrder(call.actor(), target(call, request), order.reference(), orNow(order.orderedAt())));
    }

    private Instant orNow(@Nullable Instant given) {
        return given == null ? clock.instant() : given;
    }

    @PostMapping(Paths.PRESERVE)
    ResponseEntity<byte[]> preserve(Call call, @PathVariable String request) {
        Preserve kept = call.body(Preserve.class);
        return teller.incoming(call, preserved(call, request, kept));
    }

    private Outcome<IncomingCase> preserved(Call call, String request, Preserve kept) {
        if (kept.coverage().equals("not-found")) {
            return answering.notFound(call.actor(), target(call, request), kept.provider(), orEmpty(kept.remarks()));
        }
        Confirmation confirmation = new Confirmation(
                kept.provider(),
                Words.choice(Keeping.Coverage.values(), Keeping.Coverage::code, kept.coverage()),
                orEmpty(kept.nationalReference()),
                orEmpty(kept.remarks()));
        return answering.preserved(call.actor(), target(call, request), confirmation);
    }

    @PostMapping(Paths.ANSWER_EXTENSION)
    ResponseEntity<byte[]> answerExtension(Call call, @PathVariable String request) {
        AnswerExtension answer = call.body(AnswerExtension.class);
        return teller.incoming(
                call,
                answer.answer().equals("grant") ? granted(call, request, answer) : declined(call, request, answer));
    }

    private Outcome<IncomingCase> granted(Call call, String request, AnswerExtension answer) {
        Integer days = answer.days();
        if (days == null) {
            throw ApiProblem.wrong("body-wrong", List.of(Complaint.blocks("/days", "missing")));
        }
        return answering.grantExtension(call.actor(), target(call, request), days);
    }

    private Outcome<IncomingCase> declined(Call call, String request, AnswerExtension answer) {
        return answering.refuseExtension(
                call.actor(),
                target(call, request),
                new Refusal(orEmpty(answer.ground()), orEmpty(answer.nationalLaw()), orEmpty(answer.reasons()), ""));
    }

    @PostMapping(Paths.HOLD)
    ResponseEntity<byte[]> hold(Call call, @PathVariable String request) {
        Hold hold = call.body(Hold.class);
        return teller.incoming(call, answering.hold(call.actor(), target(call, request), hold.mlaReference()));
    }

    @PostMapping(Paths.RELEASE)
    ResponseEntity<byte[]> release(Call call, @PathVariable String request) {
        Release release = call.body(Release.class);
        return teller.incoming(call, answering.release(call.actor(), target(call, request), release.reason()));
    }
}
