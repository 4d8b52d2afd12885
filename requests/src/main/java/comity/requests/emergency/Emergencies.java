package comity.requests.emergency;

import comity.federation.OutgoingLetter;
import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.kernel.Fingerprint;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import comity.requests.Outcome;
import comity.requests.Page;
import comity.requests.Side;
import comity.requests.Timeline;
import comity.requests.form.Changes;
import comity.requests.form.FormReading;
import comity.requests.form.Keepable;
import comity.requests.preservation.House;
import comity.requests.preservation.OutgoingCase;
import comity.requests.preservation.Verification;
import comity.safeguards.Act;
import comity.safeguards.Answer;
import comity.safeguards.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Asking for data to avert an emergency, answering, and looking again afterwards.
public final class Emergencies {
    private static final int MOST_FIELDS = 2_000;
    private static final int LONGEST_PAGE = 200;
    private static final int LONGEST_TEXT = 5_000;
    private static final int AT_ONCE = 200;
    private final House house;
    private final EmergencyStore store;
    private final EmergencyForm form;
    private final EmergencyBook book;
    private final EmergencyDoor door;
    private final Keepable keepable;

    public Emergencies(House house, EmergencyStore store) {
        this.house = house;
        this.store = store;
        this.form = new EmergencyForm(
                house.directory(),
                house.law(),
                house.living().cooperations().emergency(),
                house.clock(),
                house.drill());
        this.book = new EmergencyBook(house, store);
        this.door = new EmergencyDoor(house, store);
        this.keepable = new Keepable(form.form());
    }

    /// Which case, and in which version the person saw it; empty when the person does not mind.
    public record Target(RequestReference reference, OptionalLong version) {}

    /// A case with what was said of it and what this person can do now.
    public record Seen(
            EmergencyCase request, FormReading reading, List<Timeline.Entry> timeline, Set<EmergencyAct> acts) {
        public Seen {
            timeline = List.copyOf(timeline);
            acts = Set.copyOf(acts);
        }
    }

    public EmergencyForm form() {
        return form;
    }

    public EmergencyLetters letters() {
        return new EmergencyLetters(house, store, form);
    }

    public EmergencyReceipts receipts() {
        return new EmergencyReceipts(house, store);
    }

    /// Starts a draft.
    ///
    /// @param preservation the request of ours whose data these are: its items, offence and basis are taken over
    /// @param known what is known already, by JSON pointer
    public Outcome<EmergencyCase> start(
            Actor who,
            StateCode requested,
            Language language,
            Optional<RequestReference> preservation,
            Map<String, String> known) {
        return house.transactions().write(tx -> {
            if (!door.lets(tx, who, Act.DRAFT, "emergency.draft", requested.code())) {
                return Outcome.notAllowed(EmergencyDoor.NO_COMPETENCE);
            }
            if (known.size() > MOST_FIELDS) {
                return complaint("", "too-many-fields");
            }
            Map<String, String> document = new HashMap<>();
            if (preservation.isPresent()) {
                Optional<OutgoingCase> earlier = house.store()
                        .outgoing(tx, preservation.get())
                        .filter(found ->
                                EmergencyDoor.seesAll(who) || found.owner().equals(who.person()));
                if (earlier.isEmpty()) {
                    return new Outcome.NotFound<>();
                }
                document.putAll(EmergencyTexts.takenOver(form.form(), earlier.get()));
            }
            document.putAll(keepable.of(known));
            if (!document.containsKey("/basis/code")) {
                document.putAll(house.basisOfNew(requested, language));
            }
            document.put("/requested", requested.code());
            document.put("/language", language.tag());
            Instant now = book.now();
            EmergencyCase draft = new EmergencyCase(
                    TimeOrderedId.at(now),
                    store.nextReference(
                            tx, house.self(), now.atZone(ZoneOffset.UTC).getYear()),
                    Side.REQUESTING,
                    requested,
                    Changes.merged(Map.of(), document),
                    new EmergencyState.Drafted(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    who.person(),
                    now);
            book.open(tx, Author.of(who), draft);
            return new Outcome.Done<>(draft);
        });
    }

    /// Saves the given fields of a draft and leaves the others as they are; an empty text clears one. Saves what is
    /// wrong, too.
    public Outcome<EmergencyCase> save(Actor who, Target target, Map<String, String> fields) {
        if (fields.size() > MOST_FIELDS) {
            return complaint("", "too-many-fields");
        }
        return acting(who, target, EmergencyAct.DRAFT, (tx, request) -> {
            Map<String, String> merged = keepable.of(Changes.merged(request.document(), fields));
            // Whom it asks is part of its name in the other house's book; another State is another request.
            merged.put("/requested", request.requested().code());
            EmergencyCase changed = request.saying(merged, book.now());
            book.keep(tx, changed);
            return new Outcome.Done<>(changed);
        });
    }

    /// Signs and sends. Sending twice is harmless.
    public Outcome<EmergencyCase> send(Actor who, Target target) {
        return acting(who, target, EmergencyAct.SEND, (tx, request) -> {
            FormReading reading = form.read(house.self(), request.requested(), request.document());
            if (reading.isBlocked()) {
                return new Outcome.NotAllowed<>(
                        "form-incomplete",
                        reading.complaints().stream()
                                .filter(complaint -> complaint.weight() == Complaint.Weight.BLOCKS)
                                .toList());
            }
            Ruling ruling =
                    house.safeguards().rule(house.questions().mayAskEmergency(request.requested(), request.document()));
            if (ruling instanceof Ruling.Forbidden forbidden) {
                return EmergencyDoor.forbidden(forbidden);
            }
            Instant now = book.now();
            Map<String, String> document =
                    EmergencyTexts.withInstants(form.form(), form.circumstances(), request.document());
            EmergencyLetter claim = new EmergencyLetter.Claim(
                    request.requested().code(),
                    form.documents().nest(EmergencyTexts.withoutPreservation(document)),
                    EmergencyTexts.preservation(document));
            if (EmergencyBook.body(Author.of(who), request, now, claim).length > OutgoingLetter.LARGEST_BODY) {
                return complaint("", "too-large");
            }
            String fingerprint =
                    book.post(tx, Author.of(who), request, now, claim).text();
            return new Outcome.Done<>(book.write(
                    tx,
                    Author.of(who),
                    request.sent(document, fingerprint, now),
                    "sent",
                    Map.of("fingerprint", fingerprint)));
        });
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
            return complaint("/reasons", "missing");
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
        return acting(who, target, act, (tx, request) -> {
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
                return complaint(text.getKey(), "missing");
            }
        }
        Optional<Outcome<EmergencyCase>> tooLong = tooLong(texts);
        if (tooLong.isPresent()) {
            return tooLong.get();
        }
        return acting(who, target, act, (tx, request) -> {
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

    /// A case, its timeline, and what this person can do. The look is kept for oversight.
    public Outcome<Seen> read(Actor who, RequestReference reference) {
        return house.transactions().write(tx -> switch (door.look(tx, who, "emergency.read", reference)) {
            case Outcome.Done<EmergencyCase>(var request) ->
                new Outcome.Done<>(new Seen(
                        request,
                        form.read(request.requesting(), request.requested(), request.document()),
                        store.events(tx, request.id()),
                        acts(who, request)));
            case Outcome<EmergencyCase> no -> Outcome.same(no);
        });
    }

    /// On which side of a case this node stands, for what belongs to it, such as its exhibits.
    ///
    /// @param what the word for oversight, for example `exhibit.read`
    public Outcome<Side> side(Actor who, String what, RequestReference reference) {
        return house.transactions().write(tx -> switch (door.look(tx, who, what, reference)) {
            case Outcome.Done<EmergencyCase>(var request) -> new Outcome.Done<>(request.side());
            case Outcome<EmergencyCase> no -> Outcome.same(no);
        });
    }

    /// Whether a paper with this reference and fingerprint is genuine, for the public page. Says no more than the
    /// paper.
    public Verification verify(RequestReference reference, Fingerprint asked) {
        return house.transactions()
                .read(tx -> store.find(tx, reference))
                .filter(request ->
                        !request.fingerprint().isEmpty() && new Fingerprint(request.fingerprint()).matches(asked))
                .<Verification>flatMap(request -> request.sentAt()
                        .map(sent -> new Verification.Genuine(
                                request.reference(),
                                request.requesting(),
                                request.requested(),
                                sent,
                                status(request.state()),
                                "emergency",
                                Optional.empty())))
                .orElseGet(Verification.NotGenuine::new);
    }

    private static String status(EmergencyState state) {
        return switch (state) {
            case EmergencyState.Declined _ -> "refused";
            case EmergencyState.Withdrawn _ -> "withdrawn";
            case EmergencyState.Drafted _, EmergencyState.Open _, EmergencyState.Answered _, EmergencyState.Unknown _ ->
                "active";
        };
    }

    /// The case for whoever decides about what belongs to it; nobody else changes it before the transaction ends.
    public Optional<EmergencyCase> lock(Transaction tx, RequestReference reference) {
        return reference.type() == RequestType.EMERGENCY ? store.lock(tx, reference) : Optional.empty();
    }

    private Set<EmergencyAct> acts(Actor who, EmergencyCase request) {
        Set<EmergencyAct> acts = EnumSet.noneOf(EmergencyAct.class);
        EmergencyAct.possible(request).stream()
                .filter(act -> house.safeguards().competent(who, act.competence()))
                .filter(act -> act != EmergencyAct.REVIEW
                        || request.decision()
                                .filter(decision -> decision.person().equals(who.person()))
                                .isEmpty())
                .forEach(acts::add);
        return acts;
    }

    /// The last changed first. An investigator sees own requests only.
    public Page<EmergencyCase> list(Actor who, Optional<String> cursor, int limit) {
        return door.mayRead(who)
                ? house.transactions()
                        .read(tx ->
                                store.list(tx, EmergencyDoor.ownOnly(who), cursor, Math.clamp(limit, 1, LONGEST_PAGE)))
                : new Page<>(List.of(), Optional.empty());
    }

    /// Those that wait for us, the next end first.
    public List<EmergencyCase> waiting(Actor who, int limit) {
        return door.mayRead(who)
                ? house.transactions().read(tx -> store.waiting(tx, EmergencyDoor.ownOnly(who), limit))
                : List.of();
    }

    /// Says of each case whose review is over time that it is, once. Returns of how many.
    public int tick() {
        Instant now = book.now();
        List<RequestReference> due = house.transactions().read(tx -> store.due(tx, now, AT_ONCE));
        for (RequestReference reference : due) {
            house.transactions()
                    .write(tx -> store.lock(tx, reference).map(request -> {
                        if (request.awaitsOurReview()) {
                            book.remind(tx, request.touched(now), now);
                        } else {
                            book.keep(tx, request);
                        }
                        return reference;
                    }));
        }
        return due.size();
    }

    private interface Step {
        Outcome<EmergencyCase> run(Transaction tx, EmergencyCase request);
    }

    /// Who may, on a case that this person sees, as it stands. An act that was done before is done.
    private Outcome<EmergencyCase> acting(Actor who, Target target, EmergencyAct act, Step step) {
        return house.transactions().write(tx -> {
            String subject = target.reference().toString();
            Optional<EmergencyCase> found = lock(tx, target.reference());
            if (found.isEmpty() || !door.mayReadOwned(who, found.get())) {
                found.ifPresent(_ ->
                        house.looks().denied(tx, who, "emergency." + act.code(), subject, EmergencyDoor.NOT_YOUR_CASE));
                return new Outcome.NotFound<>();
            }
            if (!door.lets(tx, who, act.competence(), "emergency." + act.code(), subject)) {
                return Outcome.notAllowed(EmergencyDoor.NO_COMPETENCE);
            }
            EmergencyCase request = found.get();
            if (!EmergencyAct.possible(request).contains(act)) {
                return isDone(request, act)
                        ? new Outcome.Done<>(request)
                        : new Outcome.WrongState<>(request.state().word());
            }
            boolean stale = target.version().isPresent() && target.version().getAsLong() != request.version();
            return stale ? new Outcome.Stale<>(request.version()) : step.run(tx, request);
        });
    }

    private static boolean isDone(EmergencyCase request, EmergencyAct act) {
        return switch (act) {
            case SEND -> request.side() == Side.REQUESTING;
            case ACKNOWLEDGE -> request.state() instanceof EmergencyState.Acknowledged;
            case DRAFT, WITHDRAW, ACCEPT, KEEP, DECLINE, REVIEW -> false;
        };
    }

    private static Outcome<EmergencyCase> complaint(String pointer, String code) {
        return new Outcome.NotAllowed<>("act-incomplete", List.of(Complaint.blocks(pointer, code)));
    }
}
