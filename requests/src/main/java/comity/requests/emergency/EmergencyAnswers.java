package comity.requests.emergency;

import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.requests.Author;
import comity.requests.Outcome;
import comity.requests.Side;
import comity.requests.emergency.Emergencies.Target;
import comity.requests.preservation.House;
import comity.safeguards.Answer;
import comity.safeguards.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What both States do with a request for emergency data once it was sent: take it back, answer it, look again.
public final class EmergencyAnswers {
    private static final int LONGEST_TEXT = 5_000;
    private final House house;
    private final EmergencyBook book;
    private final EmergencyActing acting;

    EmergencyAnswers(House house, EmergencyBook book, EmergencyActing acting) {
        this.house = house;
        this.book = book;
        this.acting = acting;
    }

    /// Takes ours back: the danger is over, or it was none.
    public Outcome<EmergencyCase> withdraw(Actor who, Target target, String reason) {
        return said(
                who,
                target,
                EmergencyAct.WITHDRAW,
                Map.of("/reason", reason),
                (_, now) -> new Answered(
                        new EmergencyState.Withdrawn(now, reason.strip()),
                        new EmergencyLetter.Withdrawn(reason.strip()),
                        Map.of("reason", reason.strip()),
                        Optional.empty()));
    }

    /// A person has seen it; the State that asks is told at once. Saying it twice is harmless.
    public Outcome<EmergencyCase> acknowledge(Actor who, Target target) {
        return said(
                who,
                target,
                EmergencyAct.ACKNOWLEDGE,
                Map.of(),
                (_, now) -> new Answered(
                        new EmergencyState.Acknowledged(now),
                        new EmergencyLetter.Acknowledged(),
                        Map.of(),
                        Optional.empty()));
    }

    /// Gives the data at once. The handing over is a second act, on an exhibit.
    ///
    /// @param decision the order at home and why; stays in this node
    /// @param substantialGrounds the answer to the question of art. 40(22)
    /// @param conditions what this State asks for in return
    public Outcome<EmergencyCase> accept(
            Actor who, Target target, EmergencyCase.Decision decision, Answer substantialGrounds, String conditions) {
        return decide(
                who,
                target,
                EmergencyAct.ACCEPT,
                decision,
                substantialGrounds,
                Map.of(
                        "/justification",
                        decision.justification(),
                        "/order",
                        decision.order(),
                        "/conditions",
                        conditions),
                now -> new EmergencyState.Accepted(now, reviewBy(now), conditions.strip()),
                (now, reviewBy) -> new EmergencyLetter.Accepted(reviewBy, conditions.strip()));
    }

    /// Keeps the data and gives nothing before an ordinary request comes.
    ///
    /// @param reasons for the State that asks
    public Outcome<EmergencyCase> keep(
            Actor who, Target target, EmergencyCase.Decision decision, Answer substantialGrounds, String reasons) {
        if (reasons.isBlank()) {
            return EmergencyActing.complaint("/reasons", "missing");
        }
        return decide(
                who,
                target,
                EmergencyAct.KEEP,
                decision,
                substantialGrounds,
                Map.of("/justification", decision.justification(), "/order", decision.order(), "/reasons", reasons),
                now -> new EmergencyState.KeptOnly(now, reviewBy(now), reasons.strip()),
                (now, reviewBy) -> new EmergencyLetter.KeptOnly(reviewBy, reasons.strip()));
    }

    private Outcome<EmergencyCase> decide(
            Actor who,
            Target target,
            EmergencyAct act,
            EmergencyCase.Decision decision,
            Answer substantialGrounds,
            Map<String, String> texts,
            Function<Instant, EmergencyState.Answered> state,
            BiFunction<Instant, Instant, EmergencyLetter> letter) {
        Optional<Outcome<EmergencyCase>> tooLong = tooLong(texts);
        if (tooLong.isPresent()) {
            return tooLong.get();
        }
        return acting.run(who, target, act, (tx, request) -> {
            Ruling ruling = house.safeguards()
                    .rule(house.questions()
                            .mayAnswerEmergency(
                                    request.requesting(),
                                    decision.order(),
                                    decision.justification(),
                                    substantialGrounds));
            if (ruling instanceof Ruling.Forbidden forbidden) {
                return EmergencyDoor.forbidden(forbidden);
            }
            Instant now = book.now();
            EmergencyState.Answered next = state.apply(now);
            book.post(tx, Author.of(who), request, now, letter.apply(now, next.reviewBy()));
            // Oversight gets its copy by itself: what is decided in a hurry is what it looks at first.
            house.looks()
                    .seen(
                            tx,
                            who,
                            "emergency." + act.code(),
                            request.reference().toString(),
                            decision.justification());
            return new Outcome.Done<>(book.write(
                    tx,
                    Author.of(who),
                    request.takenBy(who.person()).decided(decision, next, now),
                    next.word(),
                    Map.of("reviewBy", next.reviewBy().toString())));
        });
    }

    private Instant reviewBy(Instant now) {
        return now.plus(
                Duration.ofHours(house.law().drafting().emergencyReviewHours().value()));
    }

    /// Gives nothing.
    public Outcome<EmergencyCase> decline(Actor who, Target target, String reasons) {
        return said(
                who,
                target,
                EmergencyAct.DECLINE,
                Map.of("/reasons", reasons),
                (_, now) -> new Answered(
                        new EmergencyState.Declined(now, reasons.strip()),
                        new EmergencyLetter.Declined(reasons.strip()),
                        Map.of("reasons", reasons.strip()),
                        Optional.empty()));
    }

    /// Looks again and tells the other State what was found. Whoever decided does not review.
    public Outcome<EmergencyCase> review(
            Actor who, Target target, Review.Finding finding, String assistanceReference, String text) {
        Optional<Outcome<EmergencyCase>> tooLong = tooLong(Map.of("/assistanceReference", assistanceReference));
        if (tooLong.isPresent()) {
            return tooLong.get();
        }
        return said(who, target, EmergencyAct.REVIEW, Map.of("/text", text), (request, now) -> {
            Review review = new Review(now, finding, assistanceReference.strip(), text.strip());
            return new Answered(
                    request.state(),
                    new EmergencyLetter.Reviewed(finding.code(), review.assistanceReference(), review.text()),
                    Arrows.details(review),
                    Optional.of(review));
        });
    }

    /// What an act with a text changes.
    private record Answered(
            EmergencyState next, EmergencyLetter letter, Map<String, String> details, Optional<Review> review) {}

    private interface Answering {
        Answered answer(EmergencyCase request, Instant now);
    }

    /// @param texts what must be said, by field; none may be blank
    private Outcome<EmergencyCase> said(
            Actor who, Target target, EmergencyAct act, Map<String, String> texts, Answering answering) {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (text.getValue().isBlank()) {
                return EmergencyActing.complaint(text.getKey(), "missing");
            }
        }
        Optional<Outcome<EmergencyCase>> tooLong = tooLong(texts);
        if (tooLong.isPresent()) {
            return tooLong.get();
        }
        return acting.run(who, target, act, (tx, request) -> {
            boolean decidedIt = request.decision()
                    .filter(decision -> decision.person().equals(who.person()))
                    .isPresent();
            if (act == EmergencyAct.REVIEW && decidedIt) {
                return Outcome.notAllowed("review-by-another-person");
            }
            Instant now = book.now();
            Answered answered = answering.answer(request, now);
            book.post(tx, Author.of(who), request, now, answered.letter());
            EmergencyCase next = answered.review()
                    .map(review -> request.reviewed(review, now))
                    .orElseGet(() -> taken(request, who).moved(answered.next(), now));
            return new Outcome.Done<>(
                    book.write(tx, Author.of(who), next, answered.letter().act(), answered.details()));
        });
    }

    private static EmergencyCase taken(EmergencyCase request, Actor who) {
        return request.side() == Side.REQUESTED ? request.takenBy(who.person()) : request;
    }

    private static Optional<Outcome<EmergencyCase>> tooLong(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> text.getValue().length() > LONGEST_TEXT)
                .findFirst()
                .map(text -> new Outcome.NotAllowed<>(
                        "act-incomplete",
                        List.of(Complaint.blocks(text.getKey(), "too-long")
                                .with(Map.of("limit", Integer.toString(LONGEST_TEXT))))));
    }
}
