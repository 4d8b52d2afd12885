package comity.requests.emergency;

import comity.kernel.Actor;
import comity.kernel.Fingerprint;
import comity.kernel.RequestReference;
import comity.kernel.transaction.Transaction;
import comity.requests.Outcome;
import comity.requests.Page;
import comity.requests.Side;
import comity.requests.Timeline;
import comity.requests.form.FormReading;
import comity.requests.preservation.House;
import comity.requests.preservation.Verification;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Requests for data to avert an emergency: the way in. Here they are read and listed; the acts have rooms of their
/// own.
public final class Emergencies {
    private static final int LONGEST_PAGE = 200;
    private static final int AT_ONCE = 200;
    private final House house;
    private final EmergencyStore store;
    private final EmergencyForm form;
    private final EmergencyBook book;
    private final EmergencyDoor door;
    private final EmergencyDrafts drafts;
    private final EmergencyAnswers answers;

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
        EmergencyActing acting = new EmergencyActing(house, store, door);
        this.drafts = new EmergencyDrafts(house, store, form, book, door, acting);
        this.answers = new EmergencyAnswers(house, book, acting);
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

    /// Writing a request and sending it.
    public EmergencyDrafts drafts() {
        return drafts;
    }

    /// Taking back, answering, looking again.
    public EmergencyAnswers answers() {
        return answers;
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
        return EmergencyDoor.isOurs(reference) ? store.lock(tx, reference) : Optional.empty();
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

    /// How many wait for us, counted to a most.
    public int countWaiting(Actor who, int atMost) {
        return door.mayRead(who)
                ? house.transactions().read(tx -> store.countWaiting(tx, EmergencyDoor.ownOnly(who), atMost))
                : 0;
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
}
