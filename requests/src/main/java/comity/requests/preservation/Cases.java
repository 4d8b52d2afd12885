package comity.requests.preservation;

import comity.kernel.Actor;
import comity.kernel.Fingerprint;
import comity.kernel.RequestReference;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import comity.requests.Outcome;
import comity.requests.Page;
import comity.requests.Side;
import comity.requests.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/// Looking at requests. Every look at a case, and every look that was refused, is kept for oversight.
public final class Cases {
    private static final int LONGEST_PAGE = 200;
    private final House house;
    private final Gate gate;
    private final PreservationForm form;

    Cases(House house) {
        this.house = house;
        this.gate = new Gate(house);
        this.form = house.form();
    }

    /// One of our requests.
    public Outcome<OutgoingCase> outgoing(Actor who, RequestReference reference) {
        return look(who, "case.read", reference, (tx, _) -> house.store().outgoing(tx, reference));
    }

    /// Another State's request.
    public Outcome<IncomingCase> incoming(Actor who, RequestReference reference) {
        return look(who, "case.read", reference, (tx, _) -> house.store().incoming(tx, reference));
    }

    /// On which side of a request this node stands.
    public Side sideOf(RequestReference reference) {
        return reference.state().equals(house.self()) ? Side.REQUESTING : Side.REQUESTED;
    }

    /// What this person can do with the case as it stands now.
    public Set<Act> acts(Actor who, OutgoingCase request) {
        return Possible.acts(request, act -> gate.mayDo(who, act));
    }

    /// What this person can do with the case as it stands now.
    public Set<Act> acts(Actor who, IncomingCase request) {
        return Possible.acts(request, act -> gate.mayDo(who, act));
    }

    /// What the form makes of a received or sent document.
    public Reading read(OutgoingCase request) {
        return form.read(request.requesting(), Optional.of(request.requested()), request.document());
    }

    /// What the form makes of a received document, measured against our own needs.
    public Reading read(IncomingCase request) {
        return form.read(request.requesting(), Optional.of(request.requested()), request.document());
    }

    /// Everything that happened to a case.
    public Outcome<Timeline> timeline(Actor who, RequestReference reference) {
        return look(
                who,
                "case.timeline",
                reference,
                (tx, found) -> Optional.of(new Timeline(house.store().events(tx, found.id()))));
    }

    /// Lines, the last changed first. An investigator sees own requests only.
    public Page<CaseLine> list(Actor who, CaseFilter filter, Optional<String> cursor, int limit) {
        return gate.mayRead(who)
                ? house.transactions().read(tx -> house.store().list(tx, filter, ownOnly(who), cursor, atMost(limit)))
                : new Page<>(List.of(), Optional.empty());
    }

    /// What waits for somebody, the next end of a clock first, then the gravest.
    public Page<CaseLine> waiting(Actor who, CaseLine.WaitsFor whom, Optional<String> cursor, int limit) {
        return gate.mayRead(who)
                ? house.transactions().read(tx -> house.store().waiting(tx, whom, ownOnly(who), cursor, atMost(limit)))
                : new Page<>(List.of(), Optional.empty());
    }

    /// How many wait for somebody; stops counting at the given number, so that it costs the same with a million
    /// cases.
    public int countWaiting(Actor who, CaseLine.WaitsFor whom, int atMost) {
        return gate.mayRead(who)
                ? house.transactions().read(tx -> house.store().countWaiting(tx, whom, ownOnly(who), atMost))
                : 0;
    }

    private static int atMost(int limit) {
        return Math.clamp(limit, 1, LONGEST_PAGE);
    }

    private static Optional<String> ownOnly(Actor who) {
        return Gate.seesAll(who) ? Optional.empty() : Optional.of(who.person());
    }

    /// Notes among colleagues, oldest first. They never leave this node.
    public Outcome<List<Note>> notes(Actor who, RequestReference reference) {
        return look(
                who,
                "case.notes",
                reference,
                (tx, found) -> Optional.of(house.store().notes(tx, found.id())));
    }

    /// Adds a note among colleagues.
    public Outcome<List<Note>> note(Actor who, RequestReference reference, String text) {
        if (text.isBlank()) {
            return Refusals.complaint("/text", "missing");
        }
        Act act = sideOf(reference) == Side.REQUESTING ? Act.DRAFT : Act.ASSESS;
        if (!gate.mayDo(who, act)) {
            return Outcome.notAllowed(Gate.NO_COMPETENCE);
        }
        return look(who, "case.note", reference, (tx, found) -> {
            Note note = new Note(
                    house.clock().instant(), who.person(), Author.of(who).role(), text.strip());
            house.store().addNote(tx, found.id(), note);
            return Optional.of(house.store().notes(tx, found.id()));
        });
    }

    /// Whether a paper with this reference and fingerprint is genuine, for the public page. Says no more than the
    /// paper.
    public Verification verify(RequestReference reference, Fingerprint fingerprint) {
        return house.transactions()
                .read(tx -> sideOf(reference) == Side.REQUESTING
                        ? house.store().outgoing(tx, reference).map(found -> Verdicts.of(found, fingerprint))
                        : house.store().incoming(tx, reference).map(found -> Verdicts.of(found, fingerprint)))
                .orElseGet(Verification.NotGenuine::new);
    }

    /// Whether this person may look at what belongs to a case, such as its exhibits; the look is kept.
    ///
    /// @param what the word for oversight, for example `exhibit.read`
    public Outcome<Side> side(Actor who, String what, RequestReference reference) {
        return look(who, what, reference, (_, _) -> Optional.of(sideOf(reference)));
    }

    /// The case's name in tables, and whose it is.
    private record Found(UUID id, String owner) {}

    private Optional<Found> find(Transaction tx, RequestReference reference) {
        return sideOf(reference) == Side.REQUESTING
                ? house.store().outgoing(tx, reference).map(found -> new Found(found.id(), found.owner()))
                : house.store().incoming(tx, reference).map(found -> new Found(found.id(), ""));
    }

    /// Looks, and writes the look down in the same transaction: nobody sees a case without a trace.
    private <T> Outcome<T> look(
            Actor who, String what, RequestReference reference, BiFunction<Transaction, Found, Optional<T>> open) {
        return house.transactions().write(tx -> {
            Optional<Found> found = find(tx, reference);
            if (found.isEmpty()) {
                return new Outcome.NotFound<>();
            }
            if (!gate.mayRead(who)) {
                gate.turnedAway(tx, who, what, reference.toString(), Gate.NO_COMPETENCE);
                return Outcome.notAllowed(Gate.NO_COMPETENCE);
            }
            if (!gate.mayReadOwned(who, found.get().owner())) {
                gate.turnedAway(tx, who, what, reference.toString(), Gate.NOT_YOUR_CASE);
                return new Outcome.NotFound<>();
            }
            gate.looked(tx, who, what, reference.toString());
            return open.apply(tx, found.get())
                    .<Outcome<T>>map(Outcome.Done::new)
                    .orElseGet(Outcome.NotFound::new);
        });
    }
}
