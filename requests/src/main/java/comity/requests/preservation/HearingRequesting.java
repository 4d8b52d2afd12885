package comity.requests.preservation;

import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.kernel.Fingerprint;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import comity.requests.LetterHead;
import comity.requests.Urgency;
import comity.requests.form.Answers;
import comity.requests.form.Changes;
import comity.requests.form.Circumstances;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Hears the requesting State: a new request, or what it adds to one. Its form is not trusted: what it sends is read
/// again with ours, and what is wrong with it is shown to the person who assesses, not sent back.
final class HearingRequesting {
    private final House house;
    private final Book book;
    private final Clocks clocks;
    private final PreservationForm form;
    private final MachineChecks checks;

    HearingRequesting(House house) {
        this.house = house;
        this.book = new Book(house);
        this.clocks = house.clocks();
        this.form = house.form();
        this.checks = new MachineChecks(house, form);
    }

    Handling hear(Transaction tx, IncomingLetter letter, LetterHead head, PreservationLetter.FromRequesting said) {
        Optional<IncomingCase> found = house.store().lockIncoming(tx, head.reference());
        Author author = Author.peer(letter.from(), head.role());
        if (said instanceof PreservationLetter.Request request) {
            return found.isPresent()
                    ? Handling.refused(
                            "reference-already-used", head.reference().toString())
                    : receive(tx, letter, head, author, request);
        }
        if (found.isEmpty()) {
            return Handling.refused("unknown-request", "no such request has come from this State");
        }
        IncomingCase request = found.get();
        return switch (heard(tx, author, request, head, said)) {
            case Heard.Move<IncomingCase>(var step) -> {
                book.writeIncoming(tx, author, step);
                yield Handling.accepted();
            }
            case Heard.Written<IncomingCase> _ -> Handling.accepted();
            case Heard.No<IncomingCase>(var refusal) -> {
                if (!(request.state() instanceof Incoming.Closed)) {
                    yield refusal;
                }
                // Our word and theirs have crossed on the way: theirs is kept in the timeline and moves nothing.
                book.writeIncoming(tx, author, crossed(request, said));
                yield Handling.accepted();
            }
        };
    }

    private Step<IncomingCase> crossed(IncomingCase request, PreservationLetter said) {
        return Step.silent(
                request.moved(request.state(), request.clock(), book.now()), "crossed", Map.of("act", said.act()));
    }

    private Handling receive(
            Transaction tx, IncomingLetter letter, LetterHead head, Author author, PreservationLetter.Request said) {
        if (!said.requested().equals(house.self().code())) {
            return Handling.refused("wrong-addressee", "the request asks another State");
        }
        Map<String, String> document;
        try {
            document = form.documents().flatten(said.document());
        } catch (IllegalArgumentException e) {
            return Handling.refused("unreadable-document", String.valueOf(e.getMessage()));
        }
        Instant now = book.now();
        IncomingCase request = new IncomingCase(
                TimeOrderedId.at(now),
                head.reference(),
                house.self(),
                document,
                Moves.receive(now),
                clocks.untilAcknowledged(now),
                urgency(document),
                Fingerprint.of(letter.body()).text(),
                head.at(),
                now,
                Optional.empty(),
                checks.of(head.reference().state(), document),
                Optional.empty(),
                "",
                1,
                "",
                now);
        book.receive(tx, author, request);
        return Handling.accepted();
    }

    private Urgency.Criterion urgency(Map<String, String> document) {
        Circumstances circumstances = new Circumstances(book.now(), house.drill(), Optional.empty());
        return new ContentReader(new Answers(document), circumstances).urgency().criterion();
    }

    private Heard<IncomingCase> heard(
            Transaction tx,
            Author author,
            IncomingCase request,
            LetterHead head,
            PreservationLetter.FromRequesting said) {
        Instant now = book.now();
        return switch (said) {
            case PreservationLetter.Request _ -> throw new IllegalStateException("A request is received, not heard");
            case PreservationLetter.Supplement(var fields, var note) -> supplemented(request, said, fields, note);
            case PreservationLetter.RiskChoice(var choice, var note) -> chosen(request, said, choice, note);
            case PreservationLetter.ExtensionAsked(var days, var reason) ->
                request.state() instanceof Incoming.Preserved preserved && days > 0
                        ? Heard.move(Step.silent(
                                request.moved(
                                        Moves.askExtension(preserved, new ExtensionWish(days, reason, head.at())),
                                        request.clock(),
                                        now),
                                said.act(),
                                Map.of("days", Integer.toString(days), "reason", reason)))
                        : Heard.wrongState(request.state().word());
            case PreservationLetter.MlaLinked(var mla) -> linked(tx, author, request, said, mla);
            case PreservationLetter.Withdrawn(var reason) ->
                request.state() instanceof Incoming.Alive alive
                        ? Heard.move(Step.silent(
                                request.moved(
                                        Moves.withdraw(alive, head.at(), reason), new TermClock.Released(now), now),
                                said.act(),
                                Map.of("reason", reason)))
                        : Heard.wrongState(request.state().word());
        };
    }

    private Heard<IncomingCase> supplemented(
            IncomingCase request, PreservationLetter said, Map<String, String> fields, String note) {
        Instant now = book.now();
        Map<String, String> document = Changes.merged(request.document(), fields);
        IncomingCase richer = request.saying(document, checks.of(request.requesting(), document));
        TermClock clock = clocks.resume(request.clock(), now);
        Map<String, String> details = Map.of(
                "fields", String.join(" ", fields.keySet().stream().sorted().toList()), "note", note);
        return switch (request.state()) {
            case Incoming.NeedsMore question ->
                Heard.move(Step.silent(richer.moved(Moves.supplement(question, now), clock, now), said.act(), details));
            case Incoming.Consulted consulted ->
                Heard.move(
                        Step.silent(richer.moved(Moves.hearAnswer(consulted, note), clock, now), said.act(), details));
            case Incoming.Received _,
                    Incoming.Acknowledged _,
                    Incoming.RiskNoticed _,
                    Incoming.UnderOrder _,
                    Incoming.Expired _,
                    Incoming.Closed _,
                    Incoming.Unknown _ -> Heard.wrongState(request.state().word());
        };
    }

    private Heard<IncomingCase> chosen(IncomingCase request, PreservationLetter said, String choice, String note) {
        if (!(request.state() instanceof Incoming.RiskNoticed noticed)) {
            return Heard.wrongState(request.state().word());
        }
        Instant now = book.now();
        Map<String, String> details = Map.of("choice", choice, "note", note);
        return switch (choice) {
            case "continue" ->
                Heard.move(Step.silent(
                        request.moved(Moves.goOn(noticed, now), clocks.resume(request.clock(), now), now),
                        said.act(),
                        details));
            case "withdraw" ->
                Heard.move(Step.silent(
                        request.moved(Moves.withdraw(noticed, now, note), new TermClock.Released(now), now),
                        said.act(),
                        details));
            default -> new Heard.No<>(Handling.refused("unknown-choice", choice));
        };
    }

    /// Art. 42(8): once their request for assistance is here, the data stay until it is decided. Nobody has to
    /// press a key for that; a person who does not find that request can release.
    private Heard<IncomingCase> linked(
            Transaction tx, Author author, IncomingCase request, PreservationLetter said, String mlaReference) {
        if (!(request.state() instanceof Incoming.Kept kept) || mlaReference.isBlank()) {
            return Heard.wrongState(request.state().word());
        }
        Instant now = book.now();
        IncomingCase linked = request.linkedTo(mlaReference).moved(kept, request.clock(), now);
        book.writeIncoming(tx, author, Step.silent(linked, said.act(), Map.of("mlaReference", mlaReference)));
        book.writeIncoming(tx, Author.system(house.self()), Holding.step(linked, kept, mlaReference, now));
        return new Heard.Written<>();
    }
}
