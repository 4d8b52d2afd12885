package comity.requests.preservation;

import comity.kernel.RequestReference;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import comity.requests.RequestReminded;
import comity.requests.Side;
import comity.requests.preservation.Placing.Moment;
import comity.requests.preservation.PreservationStore.Due;
import comity.requests.preservation.TermClock.Cause;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What clocks do by themselves: alarms before an end, breaches, the end of a term. Each case is done in a transaction
/// of its own and then knows when to wake again, so that a tick can be repeated after any crash.
public final class Terms {
    private static final int AT_ONCE = 200;
    private final House house;
    private final Book book;
    private final Placing placing;

    Terms(House house) {
        this.house = house;
        this.book = new Book(house);
        this.placing = new Placing(house.law().terms());
    }

    /// Does what is due by now and returns how many cases it touched. Doing it twice changes nothing more.
    public int tick() {
        int all = 0;
        int touched;
        do {
            touched = tickSome(book.now());
            all += touched;
        } while (touched == AT_ONCE);
        return all;
    }

    private int tickSome(Instant now) {
        List<Due> due = house.transactions().read(tx -> house.store().due(tx, now, AT_ONCE));
        int touched = 0;
        for (Due one : due) {
            touched += house.transactions().write(tx -> tick(tx, one, now)) ? 1 : 0;
        }
        return touched;
    }

    private boolean tick(Transaction tx, Due due, Instant now) {
        return due.side() == Side.REQUESTING
                ? house.store()
                        .lockOutgoing(tx, due.reference())
                        .filter(request -> !(request.state() instanceof Outgoing.Unknown))
                        .map(request -> tick(tx, request, due, now))
                        .orElse(false)
                : house.store()
                        .lockIncoming(tx, due.reference())
                        .filter(request -> !(request.state() instanceof Incoming.Unknown))
                        .map(request -> tick(tx, request, due, now))
                        .orElse(false);
    }

    /// The moment to act on: of several alarms that were missed while the node was down, only the last is rung; an
    /// end outweighs them all.
    private static Optional<Moment> latest(List<Moment> moments, Instant since, Instant now) {
        return moments.stream()
                .filter(moment -> !moment.at().isBefore(since) && !moment.at().isAfter(now))
                .max(Comparator.comparing((Moment moment) -> moment.what().compareTo(Placing.What.RENEWAL_DUE) > 0)
                        .thenComparing(Moment::at)
                        .thenComparing(Moment::what));
    }

    private boolean tick(Transaction tx, OutgoingCase request, Due due, Instant now) {
        Optional<Moment> moment = latest(placing.moments(request), due.since(), now);
        if (moment.isEmpty()) {
            book.place(tx, request, now);
            return false;
        }
        Step<OutgoingCase> step = switch (moment.get().what()) {
            case ALARM, RENEWAL_DUE ->
                Step.silent(request.moved(request.state(), request.clock(), now), "alarm", left(moment.get()));
            case BREACH, ORDER_LAPSED ->
                Step.silent(
                        request.moved(
                                request.state(), request.clock().map(clock -> breached(clock, moment.get())), now),
                        "breached",
                        Map.of("since", moment.get().at().toString()));
            case TERM_ENDS ->
                Step.silent(
                        request.moved(
                                request.state(),
                                Optional.of(new TermClock.Met(moment.get().at())),
                                now),
                        "term-ended",
                        Map.of("endedAt", moment.get().at().toString()));
        };
        book.writeOutgoing(tx, Author.system(house.self()), step);
        remind(tx, request.reference(), Side.REQUESTING, step.event(), moment.get(), request.urgency(), now);
        return true;
    }

    private boolean tick(Transaction tx, IncomingCase request, Due due, Instant now) {
        Optional<Moment> moment = latest(placing.moments(request), due.since(), now);
        if (moment.isEmpty()) {
            book.place(tx, request, now);
            return false;
        }
        Step<IncomingCase> step = switch (moment.get().what()) {
            case ALARM ->
                Step.silent(request.moved(request.state(), request.clock(), now), "alarm", left(moment.get()));
            case RENEWAL_DUE ->
                Step.silent(request.moved(request.state(), request.clock(), now), "renewal-due", left(moment.get()));
            case BREACH, ORDER_LAPSED ->
                Step.silent(
                        request.moved(request.state(), breached(request.clock(), moment.get()), now),
                        "breached",
                        Map.of("since", moment.get().at().toString()));
            case TERM_ENDS -> expired(request, moment.get(), now);
        };
        book.writeIncoming(tx, Author.system(house.self()), step);
        remind(tx, request.reference(), Side.REQUESTED, step.event(), moment.get(), request.urgency(), now);
        return true;
    }

    /// The term is over: both States are told, nothing is deleted.
    private static Step<IncomingCase> expired(IncomingCase request, Moment end, Instant now) {
        return switch (request.state()) {
            case Incoming.Kept kept -> expired(request, Moves.expire(kept), end, now);
            case Incoming.Ordered ordered -> expired(request, Moves.expire(ordered), end, now);
            case Incoming.Received _,
                    Incoming.RiskNoticed _,
                    Incoming.Assessable _,
                    Incoming.Held _,
                    Incoming.Expired _,
                    Incoming.Closed _,
                    Incoming.Unknown _ ->
                throw new IllegalStateException(
                        "Only a term that runs can end: " + request.state().word());
        };
    }

    private static Step<IncomingCase> expired(IncomingCase request, Incoming.Expired expired, Moment end, Instant now) {
        return Step.told(
                request.moved(expired, new TermClock.Met(end.at()), now),
                new PreservationLetter.Expired(end.at()),
                Map.of("endedAt", end.at().toString()));
    }

    private static TermClock breached(TermClock clock, Moment moment) {
        Cause cause = clock instanceof TermClock.Running(var _, var counted) && moment.what() == Placing.What.BREACH
                ? counted
                : Cause.DOMESTIC_ORDER;
        return new TermClock.Breached(moment.at(), cause);
    }

    private static Map<String, String> left(Moment moment) {
        return Map.of("daysLeft", Integer.toString(moment.daysLeft()));
    }

    private void remind(
            Transaction tx,
            RequestReference reference,
            Side side,
            String event,
            Moment moment,
            comity.requests.Urgency.Criterion urgency,
            Instant now) {
        book.tell(tx, new RequestReminded(reference, side, event, moment.daysLeft(), urgency, now));
    }
}
