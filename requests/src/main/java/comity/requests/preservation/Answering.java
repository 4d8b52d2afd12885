package comity.requests.preservation;

import comity.directory.PreservationPractice;
import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.law.RefusalGround;
import comity.law.eligibility.Cooperation;
import comity.requests.Author;
import comity.requests.Outcome;
import comity.requests.preservation.TermClock.PauseReason;
import comity.safeguards.Question;
import comity.safeguards.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the requested State does. How a case is loaded, guarded and written is in `Deciding`; here stand the decisions.
public final class Answering {
    private final House house;
    private final Deciding deciding;
    private final Clocks clocks;
    private final Questions questions;

    Answering(House house) {
        this.house = house;
        this.deciding = new Deciding(house);
        this.clocks = house.clocks();
        this.questions = house.questions();
    }

    /// A person has seen it; the requesting State is told at once. Saying it twice is harmless.
    public Outcome<IncomingCase> acknowledge(Actor who, Target target, Optional<Instant> nextUpdateBy) {
        return deciding.act(who, target, Act.ACKNOWLEDGE, Incoming.class, (request, state) -> {
            if (request.acknowledgement().isPresent()) {
                return deciding.already(request);
            }
            if (!(state instanceof Incoming.Received received)) {
                return deciding.wrongState(request);
            }
            Instant now = deciding.now();
            Acknowledgement seen = new Acknowledgement(now, Author.of(who).role(), nextUpdateBy);
            IncomingCase next = request.acknowledgedWith(seen)
                    .takenBy(who.person())
                    .moved(Moves.acknowledge(received, now), clocks.afterAcknowledgement(now, nextUpdateBy), now);
            return deciding.step(Step.told(
                    next,
                    new PreservationLetter.Acknowledged(nextUpdateBy),
                    nextUpdateBy
                            .map(by -> Map.of("nextUpdateBy", by.toString()))
                            .orElse(Map.of())));
        });
    }

    /// The person takes the case as theirs. No letter is sent.
    public Outcome<IncomingCase> take(Actor who, Target target) {
        return deciding.act(
                who,
                target,
                Act.ASSESS,
                Incoming.class,
                (request, state) -> deciding.step(Step.silent(
                        request.takenBy(who.person()).moved(state, request.clock(), deciding.now()),
                        "taken",
                        Map.of())));
    }

    /// Keeps what a person judged. Stays in this node; that it was judged is in the timeline, what was judged is
    /// not.
    public Outcome<IncomingCase> assess(Actor who, Target target, Assessment assessment) {
        return deciding.act(
                who,
                target,
                Act.ASSESS,
                Incoming.Alive.class,
                (request, state) -> deciding.step(Step.silent(
                        request.judged(assessment).moved(state, request.clock(), deciding.now()),
                        "assessed",
                        Map.of())));
    }

    /// What the person must judge before ordering or refusing.
    public List<Question> questions() {
        return house.safeguards().questions(Act.ORDER.competence());
    }

    /// The grounds on which this request could be refused; a page offers these and no others.
    public List<RefusalGround> refusalGrounds(IncomingCase request) {
        return house.safeguards().refusalGrounds(questions.standing(request.requested()), questions.offence(request));
    }

    /// Asks for some fields; the clock pauses.
    public Outcome<IncomingCase> askMore(Actor who, Target target, List<String> fields, String note) {
        if (fields.isEmpty() && note.isBlank()) {
            return Refusals.complaint("/fields", "missing");
        }
        return deciding.act(who, target, Act.ASK_MORE, Incoming.Assessable.class, (request, seen) -> {
            Instant now = deciding.now();
            TermClock paused = clocks.pause(request.clock(), PauseReason.NEEDS_MORE, now);
            return deciding.step(Step.told(
                    request.moved(Moves.askMore(seen, now, fields, note), paused, now),
                    new PreservationLetter.NeedsMore(fields, note),
                    Map.of("fields", String.join(" ", fields), "note", note)));
        });
    }

    /// Warns of a risk (art. 42(7)); the requesting State must choose.
    public Outcome<IncomingCase> noticeRisk(Actor who, Target target, Risk risk) {
        return deciding.act(who, target, Act.NOTICE_RISK, Incoming.Assessable.class, (request, seen) -> {
            Instant now = deciding.now();
            TermClock paused = clocks.pause(request.clock(), PauseReason.RISK_CHOICE, now);
            return deciding.step(Step.told(
                    request.moved(Moves.noticeRisk(seen, now, risk), paused, now),
                    new PreservationLetter.Risk(risk.kind().code(), risk.note()),
                    Map.of("risk", risk.kind().code(), "note", risk.note())));
        });
    }

    /// Asks the requesting State before refusing.
    public Outcome<IncomingCase> consult(Actor who, Target target, String ground, String note) {
        if (note.isBlank()) {
            return Refusals.complaint("/note", "missing");
        }
        return deciding.act(who, target, Act.CONSULT, Incoming.Assessable.class, (request, seen) -> {
            Instant now = deciding.now();
            TermClock paused = clocks.pause(request.clock(), PauseReason.CONSULTATION, now);
            return deciding.step(Step.told(
                    request.moved(Moves.consult(seen, now, new Consultation(ground, note, "")), paused, now),
                    new PreservationLetter.Consultation(ground, note),
                    Map.of("ground", ground, "note", note)));
        });
    }

    /// Refuses, after a consultation, on a ground that the Convention allows.
    public Outcome<IncomingCase> refuse(Actor who, Target target, Refusal refusal) {
        return deciding.act(who, target, Act.REFUSE, Incoming.Assessable.class, (request, seen) -> {
            Ruling ruling =
                    house.safeguards().rule(questions.mayRefuse(request, refusal, seen instanceof Incoming.Consulted));
            if (ruling instanceof Ruling.Forbidden forbidden) {
                return deciding.forbidden(forbidden);
            }
            if (!(seen instanceof Incoming.Consulted consulted)) {
                return deciding.wrongState(request);
            }
            Instant now = deciding.now();
            String article = house.law()
                    .grounds()
                    .find(refusal.ground())
                    .map(ground -> ground.provision())
                    .orElse("");
            return deciding.step(Step.told(
                    request.moved(Moves.refuse(consulted, now, refusal), new TermClock.Met(now), now),
                    new PreservationLetter.Refused(
                            refusal.ground(),
                            article,
                            refusal.nationalLaw(),
                            refusal.reasons(),
                            refusal.mayResubmitIf()),
                    Map.of("ground", refusal.ground(), "article", article, "reasons", refusal.reasons())));
        });
    }

    /// Records the domestic order. The term of art. 42(8) runs from `orderedAt`.
    public Outcome<IncomingCase> order(Actor who, Target target, String orderReference, Instant orderedAt) {
        return deciding.act(who, target, Act.ORDER, Incoming.Assessable.class, (request, seen) -> {
            Instant now = deciding.now();
            if (orderedAt.isAfter(now)) {
                return deciding.complaint("/orderedAt", "in-the-future");
            }
            Ruling ruling = house.safeguards().rule(questions.mayOrder(request, orderReference));
            if (ruling instanceof Ruling.Forbidden forbidden) {
                return deciding.forbidden(forbidden);
            }
            DomesticOrder order = new DomesticOrder(orderReference, orderedAt, lapses(orderedAt), 0);
            Instant until = keepAtLeast().end(orderedAt, practiceDays());
            return deciding.step(Step.told(
                    request.moved(Moves.order(seen, order, until), Clocks.ofTerm(until), now),
                    new PreservationLetter.Ordered(orderedAt, until),
                    Map.of("orderedAt", orderedAt.toString(), "until", until.toString())));
        });
    }

    private Optional<PreservationPractice> practice() {
        return house.directory().find(house.self()).map(entry -> entry.preservation());
    }

    private Cooperation.Clock keepAtLeast() {
        return house.preservation().clock("keep-at-least");
    }

    private int practiceDays() {
        return practice()
                .map(PreservationPractice::days)
                .orElseGet(() -> keepAtLeast().length());
    }

    private Instant lapses(Instant orderedAt) {
        Cooperation.Clock order = house.preservation().clock("domestic-order");
        return order.end(
                orderedAt,
                practice().map(PreservationPractice::domesticOrderDays).orElseGet(order::length));
    }

    /// Records that the domestic order was renewed.
    public Outcome<IncomingCase> renewOrder(Actor who, Target target, String orderReference, Instant orderedAt) {
        return deciding.act(who, target, Act.RENEW_ORDER, Incoming.UnderOrder.class, (request, kept) -> {
            Instant now = deciding.now();
            if (orderReference.isBlank()) {
                return deciding.complaint("/reference", "missing");
            }
            if (orderedAt.isAfter(now) || orderedAt.isBefore(kept.order().at())) {
                return deciding.complaint("/orderedAt", orderedAt.isAfter(now) ? "in-the-future" : "before-the-order");
            }
            DomesticOrder renewed = new DomesticOrder(
                    orderReference, orderedAt, lapses(orderedAt), kept.order().renewals() + 1);
            Incoming.UnderOrder next = Moves.renew(kept, renewed);
            return deciding.step(Step.told(
                    request.moved(next, Clocks.of(next), now),
                    new PreservationLetter.Renewed(orderedAt),
                    Map.of(
                            "renewals",
                            Integer.toString(renewed.renewals()),
                            "lapses",
                            renewed.lapses().toString())));
        });
    }

    /// The custodian confirms that it keeps the data, or a part of them.
    public Outcome<IncomingCase> preserved(Actor who, Target target, Confirmation answer) {
        return deciding.act(who, target, Act.PRESERVE, Incoming.Ordered.class, (request, ordered) -> {
            if (answer.provider().isBlank()) {
                return deciding.complaint("/provider", "missing");
            }
            Instant now = deciding.now();
            Keeping keeping = new Keeping(
                    answer.provider(),
                    answer.coverage(),
                    answer.nationalReference(),
                    answer.remarks(),
                    now,
                    ordered.until(),
                    0);
            return deciding.step(Step.told(
                    request.moved(Moves.confirm(ordered, keeping), Clocks.ofKeeping(keeping), now),
                    new PreservationLetter.Preserved(
                            keeping.provider(),
                            keeping.coverage().code(),
                            keeping.nationalReference(),
                            keeping.remarks(),
                            now,
                            keeping.until()),
                    Map.of(
                            "provider", keeping.provider(),
                            "coverage", keeping.coverage().code(),
                            "until", keeping.until().toString())));
        });
    }

    /// The custodian does not hold the data.
    public Outcome<IncomingCase> notFound(Actor who, Target target, String provider, String remarks) {
        return deciding.act(who, target, Act.PRESERVE, Incoming.Ordered.class, (request, ordered) -> {
            Instant now = deciding.now();
            return deciding.step(Step.told(
                    request.moved(Moves.notFound(ordered, now), new TermClock.Released(now), now),
                    new PreservationLetter.NotFound(provider, remarks),
                    Map.of("provider", provider, "remarks", remarks)));
        });
    }

    /// Grants more days, counted from the present end.
    public Outcome<IncomingCase> grantExtension(Actor who, Target target, int days) {
        List<Complaint> wrong = WishedDays.complaints(days, house.law().drafting());
        if (!wrong.isEmpty()) {
            return Refusals.complaints(wrong);
        }
        return deciding.act(who, target, Act.ANSWER_EXTENSION, Incoming.ExtensionAsked.class, (request, asked) -> {
            Instant now = deciding.now();
            Instant until = asked.keeping().until().plus(java.time.Duration.ofDays(days));
            Incoming.Preserved next = Moves.extend(asked, until);
            return deciding.step(Step.told(
                    request.moved(next, Clocks.of(next), now),
                    new PreservationLetter.Extended(until),
                    Map.of("days", Integer.toString(days), "until", until.toString())));
        });
    }

    /// Grants no more days; the term stays as it is.
    public Outcome<IncomingCase> refuseExtension(Actor who, Target target, Refusal refusal) {
        return deciding.act(who, target, Act.ANSWER_EXTENSION, Incoming.ExtensionAsked.class, (request, asked) -> {
            Ruling ruling = house.safeguards().rule(questions.mayRefuseExtension(request, refusal));
            if (ruling instanceof Ruling.Forbidden forbidden) {
                return deciding.forbidden(forbidden);
            }
            Incoming.Preserved next = Moves.keepTerm(asked);
            return deciding.step(Step.told(
                    request.moved(next, Clocks.of(next), deciding.now()),
                    new PreservationLetter.ExtensionRefused(refusal.ground(), refusal.nationalLaw(), refusal.reasons()),
                    Map.of("ground", refusal.ground(), "reasons", refusal.reasons())));
        });
    }

    /// The request for assistance is here: kept until it is decided.
    public Outcome<IncomingCase> hold(Actor who, Target target, String mlaReference) {
        if (mlaReference.isBlank()) {
            return Refusals.complaint("/mlaReference", "missing");
        }
        return deciding.act(
                who,
                target,
                Act.HOLD,
                Incoming.Kept.class,
                (request, kept) -> deciding.step(Holding.step(request, kept, mlaReference, deciding.now())));
    }

    /// The data need not be kept any more. Releasing twice is harmless.
    public Outcome<IncomingCase> release(Actor who, Target target, String reason) {
        if (reason.isBlank()) {
            return Refusals.complaint("/reason", "missing");
        }
        return deciding.act(who, target, Act.RELEASE, Incoming.class, (request, state) -> switch (state) {
            case Incoming.UnderOrder kept ->
                deciding.step(released(request, Moves.release(kept, deciding.now(), reason)));
            case Incoming.Expired expired ->
                deciding.step(released(request, Moves.release(expired, deciding.now(), reason)));
            case Incoming.Released _ -> deciding.already(request);
            case Incoming.Received _,
                    Incoming.Acknowledged _,
                    Incoming.NeedsMore _,
                    Incoming.RiskNoticed _,
                    Incoming.Consulted _,
                    Incoming.Refused _,
                    Incoming.Withdrawn _,
                    Incoming.Unknown _ -> deciding.wrongState(request);
        });
    }

    private static Step<IncomingCase> released(IncomingCase request, Incoming.Released released) {
        return Step.told(
                request.moved(released, new TermClock.Released(released.at()), released.at()),
                new PreservationLetter.Released(released.reason()),
                Map.of("reason", released.reason()));
    }
}
