package comity.requests.preservation;

import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import comity.requests.Outcome;
import comity.requests.Urgency;
import comity.requests.form.Answers;
import comity.requests.form.Changes;
import comity.requests.form.Keepable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// What the requesting State does after sending.
public final class Asking {
    private final House house;
    private final Gate gate;
    private final Book book;
    private final Clocks clocks;
    private final Keepable keepable;

    Asking(House house) {
        this.house = house;
        this.gate = new Gate(house);
        this.book = new Book(house);
        this.clocks = house.clocks();
        this.keepable = new Keepable(house.form().form());
    }

    /// Gives what was asked for, or answers a consultation. Their clock runs on.
    ///
    /// @param fields the fields by JSON pointer; what was saved in the draft since they asked is added by itself
    public Outcome<OutgoingCase> answer(Actor who, Target target, Map<String, String> fields, String note) {
        return act(who, target, Act.ANSWER, Outgoing.Undecided.class, (request, state) -> switch (state) {
            case Outgoing.NeedsMore question -> Optional.of(supplied(request, question, fields, note));
            case Outgoing.Consulted consulted -> Optional.of(explained(request, consulted, fields, note));
            case Outgoing.Sent _, Outgoing.Received _, Outgoing.RiskNoticed _ -> Optional.empty();
        });
    }

    private Step<OutgoingCase> supplied(
            OutgoingCase request, Outgoing.NeedsMore question, Map<String, String> fields, String note) {
        Map<String, String> given = given(request, fields);
        Instant now = book.now();
        OutgoingCase next = request.saying(Changes.merged(request.document(), given), Map.of())
                .moved(
                        Moves.answer(question, now),
                        Optional.of(clocks.afterAcknowledgement(now, Optional.empty())),
                        now);
        return Step.told(
                withUrgency(next),
                new PreservationLetter.Supplement(given, note),
                Map.of(
                        "fields",
                        String.join(" ", given.keySet().stream().sorted().toList()),
                        "note",
                        note));
    }

    private Step<OutgoingCase> explained(
            OutgoingCase request, Outgoing.Consulted consulted, Map<String, String> fields, String note) {
        Map<String, String> given = given(request, fields);
        OutgoingCase next = request.saying(Changes.merged(request.document(), given), Map.of())
                .moved(Moves.answer(consulted, note), request.clock(), book.now());
        return Step.told(withUrgency(next), new PreservationLetter.Supplement(given, note), Map.of("note", note));
    }

    /// What was saved in the draft since they asked, and what is given now.
    private Map<String, String> given(OutgoingCase request, Map<String, String> fields) {
        Map<String, String> given = new HashMap<>(request.pending());
        given.putAll(fields);
        return keepable.of(given);
    }

    private static OutgoingCase withUrgency(OutgoingCase request) {
        String word = new Answers(request.document()).text("/urgency/criterion");
        return request.asking(
                request.requested(), Urgency.Criterion.ofCode(word).orElse(Urgency.Criterion.NONE));
    }

    /// Decides after a warning (art. 42(7)) whether preservation shall go on.
    public Outcome<OutgoingCase> choose(Actor who, Target target, Risk.Choice choice, String note) {
        return act(who, target, Act.CHOOSE_RISK, Outgoing.RiskNoticed.class, (request, noticed) -> {
            Instant now = book.now();
            OutgoingCase next = switch (choice) {
                case CONTINUE ->
                    request.moved(
                            Moves.goOn(noticed, now),
                            Optional.of(clocks.afterAcknowledgement(now, Optional.empty())),
                            now);
                case WITHDRAW ->
                    request.moved(Moves.withdraw(noticed, now, note), Optional.of(new TermClock.Released(now)), now);
            };
            return Optional.of(Step.told(
                    next,
                    new PreservationLetter.RiskChoice(choice.code(), note),
                    Map.of("choice", choice.code(), "note", note)));
        });
    }

    /// Asks for more days, before the end (art. 42(9)).
    public Outcome<OutgoingCase> askExtension(Actor who, Target target, int days, String reason) {
        List<Complaint> wrong = WishedDays.complaints(days, house.law().drafting());
        if (!wrong.isEmpty()) {
            return Refusals.complaints(wrong);
        }
        return act(who, target, Act.ASK_EXTENSION, Outgoing.Preserved.class, (request, preserved) -> {
            Instant now = book.now();
            if (!now.isBefore(preserved.keeping().until())) {
                return Optional.empty();
            }
            OutgoingCase next = request.moved(
                    Moves.askExtension(preserved, new ExtensionWish(days, reason, now)), request.clock(), now);
            return Optional.of(Step.told(
                    next,
                    new PreservationLetter.ExtensionAsked(days, reason),
                    Map.of("days", Integer.toString(days), "reason", reason)));
        });
    }

    /// Tells that the request for assistance is made. The requested State's node then holds the data until that
    /// request is decided (art. 42(8)) and says so; until its letter comes, the term is shown as before.
    public Outcome<OutgoingCase> linkMla(Actor who, Target target, String mlaReference) {
        if (mlaReference.isBlank()) {
            return Refusals.complaint("/mlaReference", "missing");
        }
        return act(who, target, Act.LINK_MLA, Outgoing.Kept.class, (request, kept) -> {
            if (request.mlaReference().equals(mlaReference)) {
                return Optional.of(Step.silent(request, Refusals.ALREADY, Map.of()));
            }
            OutgoingCase next =
                    request.noting(request.acknowledgement(), mlaReference).moved(kept, request.clock(), book.now());
            return Optional.of(Step.told(
                    next, new PreservationLetter.MlaLinked(mlaReference), Map.of("mlaReference", mlaReference)));
        });
    }

    /// Takes the request back. Taking it back twice is harmless.
    public Outcome<OutgoingCase> withdraw(Actor who, Target target, String reason) {
        return act(who, target, Act.WITHDRAW, Outgoing.class, (request, state) -> switch (state) {
            case Outgoing.Alive alive -> {
                Instant now = book.now();
                OutgoingCase next = request.moved(
                        Moves.withdraw(alive, now, reason), Optional.of(new TermClock.Released(now)), now);
                yield Optional.of(Step.told(next, new PreservationLetter.Withdrawn(reason), Map.of("reason", reason)));
            }
            case Outgoing.Withdrawn _ -> Optional.of(Step.silent(request, Refusals.ALREADY, Map.of()));
            case Outgoing.Drafted _, Outgoing.Refused _, Outgoing.Expired _, Outgoing.Released _, Outgoing.Unknown _ ->
                Optional.empty();
        });
    }

    /// Load, ask the gate, move, write. The move is given only the states it may start from; it says nothing when
    /// the case stands elsewhere.
    private <S extends Outgoing> Outcome<OutgoingCase> act(
            Actor who,
            Target target,
            Act act,
            Class<S> from,
            BiFunction<OutgoingCase, S, Optional<Step<OutgoingCase>>> move) {
        return house.transactions().write(tx -> {
            Optional<OutgoingCase> found = house.store().lockOutgoing(tx, target.reference());
            Optional<Outcome<OutgoingCase>> no = turnedAway(tx, who, target, act, found);
            if (no.isPresent() || found.isEmpty()) {
                return no.orElseGet(Outcome.NotFound::new);
            }
            OutgoingCase request = found.get();
            Optional<Step<OutgoingCase>> step = from.isInstance(request.state())
                    ? move.apply(request, from.cast(request.state()))
                    : Optional.empty();
            if (step.isEmpty()) {
                return new Outcome.WrongState<>(request.state().word());
            }
            if (step.get().event().equals(Refusals.ALREADY)) {
                return new Outcome.Done<>(request);
            }
            return target.misses(request.version())
                    ? new Outcome.Stale<>(request.version())
                    : new Outcome.Done<>(book.writeOutgoing(tx, Author.of(who), step.get()));
        });
    }

    private Optional<Outcome<OutgoingCase>> turnedAway(
            Transaction tx, Actor who, Target target, Act act, Optional<OutgoingCase> found) {
        String subject = target.reference().toString();
        if (found.isPresent() && !gate.mayReadOwned(who, found.get().owner())) {
            gate.turnedAway(tx, who, "act." + act.code(), subject, Gate.NOT_YOUR_CASE);
            return Optional.of(new Outcome.NotFound<>());
        }
        if (!gate.mayDo(who, act)) {
            gate.turnedAway(tx, who, "act." + act.code(), subject, Gate.NO_COMPETENCE);
            return Optional.of(Outcome.notAllowed(Gate.NO_COMPETENCE));
        }
        return Optional.empty();
    }
}
