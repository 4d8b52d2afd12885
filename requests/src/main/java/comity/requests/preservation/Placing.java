package comity.requests.preservation;

import comity.law.PreservationTerms;
import comity.requests.preservation.CaseLine.WaitsFor;
import comity.requests.preservation.TermClock.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Works out whose move it is, which end comes next, and when the clock must wake. Pure.
final class Placing {
    private final PreservationTerms terms;

    Placing(PreservationTerms terms) {
        this.terms = terms;
    }

    Placement of(OutgoingCase request, Instant now) {
        WaitsFor waits = waitsFor(request, now);
        Optional<Instant> end = request.clock().flatMap(TermClock::due).or(() -> asked(request, waits));
        return new Placement(waits, end, next(moments(request), now));
    }

    Placement of(IncomingCase request, Instant now) {
        Optional<Instant> end = Stream.concat(request.clock().due().stream(), renewal(request.state()).stream())
                .min(Comparator.naturalOrder());
        return new Placement(waitsFor(request, now), end, next(moments(request), now));
    }

    /// A question to us stops their clock, not our duty: it is sorted by when it came, before what ends later.
    private static Optional<Instant> asked(OutgoingCase request, WaitsFor waits) {
        return waits == WaitsFor.US && request.state() instanceof Outgoing.Undecided
                ? Optional.of(request.updatedAt())
                : Optional.empty();
    }

    private static Optional<Instant> next(List<Moment> moments, Instant now) {
        return moments.stream().map(Moment::at).filter(now::isBefore).min(Comparator.naturalOrder());
    }

    /// What the clock does by itself at a moment.
    record Moment(Instant at, What what, int daysLeft) {}

    enum What {
        /// A warning before the term ends.
        ALARM,
        /// A warning before the domestic order lapses.
        RENEWAL_DUE,
        /// Something was not done in time.
        BREACH,
        /// The domestic order has lapsed without a new one.
        ORDER_LAPSED,
        /// The term is over.
        TERM_ENDS
    }

    /// Every moment that concerns our request, past ones included.
    List<Moment> moments(OutgoingCase request) {
        List<Moment> moments = new ArrayList<>();
        request.clock().ifPresent(clock -> moments.addAll(breach(clock)));
        if (request.state() instanceof Outgoing.Kept kept) {
            moments.addAll(term(kept.keeping().until()));
        }
        if (request.state() instanceof Outgoing.Ordered ordered) {
            moments.addAll(term(ordered.until()));
        }
        return moments;
    }

    /// Every moment that concerns another State's request, past ones included.
    List<Moment> moments(IncomingCase request) {
        List<Moment> moments = new ArrayList<>(breach(request.clock()));
        if (request.state() instanceof Incoming.Kept kept) {
            moments.addAll(term(kept.keeping().until()));
        }
        if (request.state() instanceof Incoming.Ordered ordered) {
            moments.addAll(term(ordered.until()));
        }
        renewal(request.state()).ifPresent(lapses -> {
            moments.addAll(alarms(lapses, What.RENEWAL_DUE));
            moments.add(new Moment(lapses, What.ORDER_LAPSED, 0));
        });
        return moments;
    }

    /// Only clocks that count an act of a person can be breached; the end of a preservation is an end, not a
    /// breach.
    private static List<Moment> breach(TermClock clock) {
        return clock instanceof TermClock.Running(var until, var cause) && cause != Cause.PRESERVATION
                ? List.of(new Moment(until, What.BREACH, 0))
                : List.of();
    }

    private List<Moment> term(Instant until) {
        List<Moment> moments = alarms(until, What.ALARM);
        moments.add(new Moment(until, What.TERM_ENDS, 0));
        return moments;
    }

    private List<Moment> alarms(Instant end, What what) {
        List<Moment> moments = new ArrayList<>();
        List<Integer> days = terms.alarmDaysBefore().value();
        List<Instant> at = terms.alarmsBefore(end);
        for (int i = 0; i < at.size(); i++) {
            moments.add(new Moment(at.get(i), what, days.get(i)));
        }
        return moments;
    }

    /// When the domestic order must have been renewed; empty when it outlasts the term.
    static Optional<Instant> renewal(Incoming state) {
        return switch (state) {
            case Incoming.Held held -> Optional.of(held.order().lapses());
            case Incoming.Ordered ordered -> lapsesBefore(ordered.order(), ordered.until());
            case Incoming.Kept kept -> lapsesBefore(kept.order(), kept.keeping().until());
            case Incoming.Received _,
                    Incoming.Acknowledged _,
                    Incoming.NeedsMore _,
                    Incoming.RiskNoticed _,
                    Incoming.Consulted _,
                    Incoming.Expired _,
                    Incoming.Closed _,
                    Incoming.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<Instant> lapsesBefore(DomesticOrder order, Instant until) {
        return order.lapses().isBefore(until) ? Optional.of(order.lapses()) : Optional.empty();
    }

    private WaitsFor waitsFor(OutgoingCase request, Instant now) {
        return switch (request.state()) {
            case Outgoing.Drafted _, Outgoing.NeedsMore _, Outgoing.RiskNoticed _, Outgoing.Unknown _ -> WaitsFor.US;
            case Outgoing.Consulted(var _, var consultation) ->
                consultation.answer().isEmpty() ? WaitsFor.US : WaitsFor.THEM;
            case Outgoing.Preserved(var keeping) -> isNear(keeping.until(), now) ? WaitsFor.US : WaitsFor.THEM;
            case Outgoing.Sent _, Outgoing.Received _, Outgoing.Ordered _, Outgoing.ExtensionAsked _, Outgoing.Held _ ->
                WaitsFor.THEM;
            case Outgoing.Closed _ -> WaitsFor.NOBODY;
        };
    }

    private WaitsFor waitsFor(IncomingCase request, Instant now) {
        return switch (request.state()) {
            case Incoming.Received _,
                    Incoming.Acknowledged _,
                    Incoming.Ordered _,
                    Incoming.ExtensionAsked _,
                    Incoming.Expired _,
                    Incoming.Unknown _ -> WaitsFor.US;
            case Incoming.NeedsMore _, Incoming.RiskNoticed _ -> WaitsFor.THEM;
            case Incoming.Consulted(var _, var consultation) ->
                consultation.answer().isEmpty() ? WaitsFor.THEM : WaitsFor.US;
            case Incoming.Preserved _, Incoming.Held _ ->
                renewal(request.state()).filter(lapses -> isNear(lapses, now)).isPresent()
                        ? WaitsFor.US
                        : WaitsFor.THEM;
            case Incoming.Closed _ -> WaitsFor.NOBODY;
        };
    }

    /// From the first alarm on somebody must act.
    private boolean isNear(Instant end, Instant now) {
        return !now.isBefore(terms.alarmsBefore(end).getFirst());
    }
}
