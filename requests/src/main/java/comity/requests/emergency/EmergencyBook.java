package comity.requests.emergency;

import comity.federation.OutgoingLetter;
import comity.kernel.Fingerprint;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import comity.requests.LetterHead;
import comity.requests.RequestArrived;
import comity.requests.RequestEvent;
import comity.requests.RequestMoved;
import comity.requests.RequestReminded;
import comity.requests.Timeline;
import comity.requests.Urgency;
import comity.requests.preservation.CaseLine.WaitsFor;
import comity.requests.preservation.House;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes a step down: case, event, leaf and letter in the one transaction it is given. Who listens hears of it after
/// the commit.
final class EmergencyBook {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final House house;
    private final EmergencyStore store;

    EmergencyBook(House house, EmergencyStore store) {
        this.house = house;
        this.store = store;
    }

    Instant now() {
        return house.clock().instant();
    }

    /// Keeps a new draft. It has no leaf: nothing has been said to anybody.
    void open(Transaction tx, Author author, EmergencyCase draft) {
        store.add(tx, draft, place(draft));
        store.addEvent(tx, draft.id(), event(1, draft.updatedAt(), author, "drafted", Map.of(), OptionalLong.empty()));
    }

    /// Keeps a draft that changed, or the name of who took a case; neither is an event.
    void keep(Transaction tx, EmergencyCase request) {
        store.save(tx, request, place(request));
    }

    /// Keeps a request that has just come.
    void receive(Transaction tx, Author author, EmergencyCase request) {
        store.add(tx, request, place(request));
        record(tx, author, request, "received", Map.of("fingerprint", request.fingerprint()));
        tell(
                tx,
                new RequestArrived(
                        request.reference(),
                        request.requesting(),
                        Urgency.Criterion.THREAT_TO_LIFE,
                        request.updatedAt()));
    }

    EmergencyCase write(
            Transaction tx, Author author, EmergencyCase request, String event, Map<String, String> details) {
        store.save(tx, request, place(request));
        record(tx, author, request, event, details);
        tell(
                tx,
                new RequestMoved(
                        request.reference(),
                        request.side(),
                        event,
                        request.state().word(),
                        Urgency.Criterion.THREAT_TO_LIFE,
                        author.peer(),
                        request.updatedAt()));
        return request;
    }

    /// The time for the review has passed.
    void remind(Transaction tx, EmergencyCase request, Instant now) {
        Map<String, String> details = Map.of("since", dueAt(request).orElse(now).toString());
        store.save(tx, request, place(request));
        record(tx, Author.system(house.self()), request, "review-overdue", details);
        tell(tx, new RequestReminded(request.reference(), request.side(), "breached", 0, Urgency.Criterion.OTHER, now));
    }

    /// Puts a letter into the outbox; returns the fingerprint of its body.
    Fingerprint post(Transaction tx, Author author, EmergencyCase request, Instant at, EmergencyLetter letter) {
        byte[] body = body(author, request, at, letter);
        house.outbox()
                .put(
                        tx,
                        new OutgoingLetter(
                                TimeOrderedId.at(at),
                                request.peer(),
                                EmergencyLetters.KIND,
                                EmergencyLetters.VERSION,
                                request.reference().toString(),
                                body));
        return Fingerprint.of(body);
    }

    static byte[] body(Author author, EmergencyCase request, Instant at, EmergencyLetter letter) {
        return EmergencyLetters.BODY.bytes(new LetterHead(request.reference(), at, author.role()), letter);
    }

    private void record(
            Transaction tx, Author author, EmergencyCase request, String word, Map<String, String> details) {
        int number = store.nextEvent(tx, request.id());
        byte[] bytes = commitment(author, request, word, details, number);
        long leaf = house.journal()
                .append(tx, "emergency." + word, request.id(), bytes)
                .index();
        store.addEvent(
                tx, request.id(), event(number, request.updatedAt(), author, word, details, OptionalLong.of(leaf)));
    }

    private static byte[] commitment(
            Author author, EmergencyCase request, String word, Map<String, String> details, int number) {
        ObjectNode event = JSON.createObjectNode();
        event.put("at", request.updatedAt().toString());
        event.put("by", author.state().code());
        ObjectNode told = event.putObject("details");
        new TreeMap<>(details).forEach(told::put);
        event.put("event", word);
        event.put("number", number);
        event.put("reference", request.reference().toString());
        event.put("role", author.role());
        event.put("side", request.side().code());
        event.put("state", request.state().word());
        return JSON.writeValueAsBytes(event);
    }

    private static Timeline.Entry event(
            int number, Instant at, Author author, String word, Map<String, String> details, OptionalLong leaf) {
        return new Timeline.Entry(number, at, author.state(), author.role(), word, details, leaf);
    }

    private EmergencyStore.Place place(EmergencyCase request) {
        Optional<Instant> remind =
                request.awaitsOurReview() ? dueAt(request).filter(now()::isBefore) : Optional.empty();
        return new EmergencyStore.Place(request.waitsFor() == WaitsFor.US, dueAt(request), remind);
    }

    /// By when somebody must act: what is not answered has been due since it came.
    static Optional<Instant> dueAt(EmergencyCase request) {
        return switch (request.state()) {
            case EmergencyState.Open _ -> request.sentAt();
            case EmergencyState.Answered answered when request.awaitsOurReview() -> Optional.of(answered.reviewBy());
            case EmergencyState.Drafted _ -> Optional.of(request.updatedAt());
            case EmergencyState.Answered _, EmergencyState.Closed _, EmergencyState.Unknown _ -> Optional.empty();
        };
    }

    private void tell(Transaction tx, RequestEvent event) {
        tx.afterCommit(() -> house.listener().accept(event));
    }
}
