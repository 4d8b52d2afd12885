package comity.requests.preservation;

import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import comity.requests.Outcome;
import comity.safeguards.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// How an act of the requested State runs: load, ask the gate, decide, write. An act is given only the states it may
/// start from.
final class Deciding {
    private final House house;
    private final Gate gate;
    private final Book book;

    Deciding(House house) {
        this.house = house;
        this.gate = new Gate(house);
        this.book = new Book(house);
    }

    /// What an act decided: a step to write, or an outcome without one.
    sealed interface Decision {
        record Write(Step<IncomingCase> step) implements Decision {}

        record Say(Outcome<IncomingCase> outcome) implements Decision {}
    }

    Decision step(Step<IncomingCase> step) {
        return new Decision.Write(step);
    }

    Decision already(IncomingCase request) {
        return new Decision.Say(new Outcome.Done<>(request));
    }

    Decision wrongState(IncomingCase request) {
        return new Decision.Say(new Outcome.WrongState<>(request.state().word()));
    }

    Decision forbidden(Ruling.Forbidden ruling) {
        return new Decision.Say(Refusals.forbidden(ruling));
    }

    Decision complaint(String pointer, String code) {
        return new Decision.Say(new Outcome.NotAllowed<>("act-incomplete", List.of(Complaint.blocks(pointer, code))));
    }

    Instant now() {
        return book.now();
    }

    <S extends Incoming> Outcome<IncomingCase> act(
            Actor who, Target target, Act act, Class<S> from, BiFunction<IncomingCase, S, Decision> decide) {
        return house.transactions().write(tx -> {
            String subject = target.reference().toString();
            if (!gate.mayDo(who, act)) {
                gate.turnedAway(tx, who, "act." + act.code(), subject, Gate.NO_COMPETENCE);
                return Outcome.notAllowed(Gate.NO_COMPETENCE);
            }
            Optional<IncomingCase> found = house.store().lockIncoming(tx, target.reference());
            if (found.isEmpty()) {
                return new Outcome.NotFound<>();
            }
            return decided(tx, who, target, found.get(), from, decide);
        });
    }

    private <S extends Incoming> Outcome<IncomingCase> decided(
            Transaction tx,
            Actor who,
            Target target,
            IncomingCase request,
            Class<S> from,
            BiFunction<IncomingCase, S, Decision> decide) {
        if (!from.isInstance(request.state())) {
            return new Outcome.WrongState<>(request.state().word());
        }
        return switch (decide.apply(request, from.cast(request.state()))) {
            // What was done before is done, whatever version the person saw: pressing a key twice is harmless.
            case Decision.Write(var step) ->
                target.misses(request.version())
                        ? new Outcome.Stale<>(request.version())
                        : new Outcome.Done<>(book.writeIncoming(tx, Author.of(who), step));
            case Decision.Say(var outcome) -> outcome;
        };
    }
}
