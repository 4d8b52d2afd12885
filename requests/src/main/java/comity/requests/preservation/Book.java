package comity.requests.preservation;

import comity.federation.OutgoingLetter;
import comity.kernel.Fingerprint;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.Station;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import comity.requests.LetterHead;
import comity.requests.RequestArrived;
import comity.requests.RequestEvent;
import comity.requests.RequestMoved;
import comity.requests.Side;
import comity.requests.Timeline;
import comity.requests.Urgency;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes a step down: state, event, leaf and letter in the one transaction it is given, so that they are durable
/// together or not at all. Who listens hears of it after the commit.
final class Book {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final House house;
    private final Placing placing;

    Book(House house) {
        this.house = house;
        this.placing = new Placing(house.law().terms());
    }

    Instant now() {
        return house.clock().instant();
    }

    /// Keeps a new draft. It has no leaf: nothing has been said to anybody.
    void open(Transaction tx, Author author, OutgoingCase draft, Map<String, String> details) {
        house.store().add(tx, draft, placing.of(draft, draft.createdAt()));
        house.store()
                .addEvent(
                        tx, draft.id(), event(1, draft.createdAt(), author, "drafted", details, OptionalLong.empty()));
    }

    /// Keeps a draft that changed; the timeline does not list every key press.
    void keep(Transaction tx, OutgoingCase draft) {
        house.store().save(tx, draft, placing.of(draft, draft.updatedAt()));
    }

    /// Works out anew where lists and clocks find a case that did not change.
    void place(Transaction tx, OutgoingCase request, Instant now) {
        house.store().save(tx, request, placing.of(request, now));
    }

    void place(Transaction tx, IncomingCase request, Instant now) {
        house.store().save(tx, request, placing.of(request, now));
    }

    OutgoingCase writeOutgoing(Transaction tx, Author author, Step<OutgoingCase> step) {
        OutgoingCase now = step.now();
        step.letter().ifPresent(letter -> post(tx, author, now.reference(), now.requested(), now.updatedAt(), letter));
        house.store().save(tx, now, placing.of(now, now.updatedAt()));
        record(
                tx,
                author,
                Side.REQUESTING,
                now.id(),
                now.reference(),
                now.state().word(),
                now.updatedAt(),
                step);
        tell(
                tx,
                moved(
                        now.reference(),
                        Side.REQUESTING,
                        step.event(),
                        now.state().word(),
                        now.urgency(),
                        author,
                        now.updatedAt()));
        return now;
    }

    IncomingCase writeIncoming(Transaction tx, Author author, Step<IncomingCase> step) {
        Side side = Side.REQUESTED;
        IncomingCase now = step.now();
        step.letter().ifPresent(letter -> post(tx, author, now.reference(), now.requesting(), now.updatedAt(), letter));
        house.store().save(tx, now, placing.of(now, now.updatedAt()));
        record(tx, author, side, now.id(), now.reference(), now.state().word(), now.updatedAt(), step);
        tell(
                tx,
                moved(now.reference(), side, step.event(), now.state().word(), now.urgency(), author, now.updatedAt()));
        return now;
    }

    /// Keeps a request that has just come.
    void receive(Transaction tx, Author author, IncomingCase request) {
        house.store().add(tx, request, placing.of(request, request.receivedAt()));
        Step<IncomingCase> step = Step.silent(request, "received", Map.of("fingerprint", request.fingerprint()));
        record(tx, author, Side.REQUESTED, request.id(), request.reference(), "received", request.receivedAt(), step);
        tx.afterCommit(() -> Station.THE_OTHER_HOUSE.passed(
                request.reference(), "came in from " + request.requesting() + ", verified and durable"));
        tell(
                tx,
                new RequestArrived(request.reference(), request.requesting(), request.urgency(), request.receivedAt()));
    }

    /// Puts a letter into the outbox; returns the fingerprint of its body.
    Fingerprint post(
            Transaction tx,
            Author author,
            RequestReference reference,
            StateCode to,
            Instant at,
            PreservationLetter letter) {
        byte[] body = LetterText.BODY.bytes(new LetterHead(reference, at, author.role()), letter);
        UUID id = TimeOrderedId.at(at);
        house.outbox()
                .put(tx, new OutgoingLetter(id, to, LetterText.KIND, LetterText.VERSION, reference.toString(), body));
        return Fingerprint.of(body);
    }

    /// The event in the timeline and its commitment in the ledger.
    void record(
            Transaction tx,
            Author author,
            Side side,
            UUID request,
            RequestReference reference,
            String state,
            Instant at,
            Step<?> step) {
        int number = house.store().nextEvent(tx, request);
        byte[] bytes = commitment(author, side, reference, state, at, number, step);
        long leaf = house.journal()
                .append(tx, "preservation." + step.event(), request, bytes)
                .index();
        house.store()
                .addEvent(tx, request, event(number, at, author, step.event(), step.details(), OptionalLong.of(leaf)));
    }

    private static byte[] commitment(
            Author author, Side side, RequestReference reference, String state, Instant at, int number, Step<?> step) {
        ObjectNode event = JSON.createObjectNode();
        event.put("at", at.toString());
        event.put("by", author.state().code());
        ObjectNode details = event.putObject("details");
        new TreeMap<>(step.details()).forEach(details::put);
        event.put("event", step.event());
        event.put("number", number);
        event.put("reference", reference.toString());
        event.put("role", author.role());
        event.put("side", side.code());
        event.put("state", state);
        return JSON.writeValueAsBytes(event);
    }

    private static Timeline.Entry event(
            int number, Instant at, Author author, String word, Map<String, String> details, OptionalLong leaf) {
        return new Timeline.Entry(number, at, author.state(), author.role(), word, details, leaf);
    }

    private static RequestMoved moved(
            RequestReference reference,
            Side side,
            String event,
            String state,
            Urgency.Criterion urgency,
            Author author,
            Instant at) {
        return new RequestMoved(reference, side, event, state, urgency, author.peer(), at);
    }

    void tell(Transaction tx, RequestEvent event) {
        tx.afterCommit(() -> house.listener().accept(event));
    }
}
