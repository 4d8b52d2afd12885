package comity.requests.preservation;

import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.kernel.transaction.Transaction;
import comity.law.RiskKind;
import comity.requests.Author;
import comity.requests.LetterHead;
import comity.requests.preservation.TermClock.PauseReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Hears the requested State: its letters move our request. What it says is what it is.
final class HearingRequested {
    private final House house;
    private final Book book;
    private final Clocks clocks;

    HearingRequested(House house) {
        this.house = house;
        this.book = new Book(house);
        this.clocks = house.clocks();
    }

    Handling hear(Transaction tx, IncomingLetter letter, LetterHead head, PreservationLetter.FromRequested said) {
        Optional<OutgoingCase> found = house.store().lockOutgoing(tx, head.reference());
        if (found.isEmpty() || !found.get().requested().equals(letter.from())) {
            return Handling.refused("unknown-request", "no such request was sent to this State");
        }
        OutgoingCase request = found.get();
        Author author = Author.peer(letter.from(), head.role());
        return switch (heard(request, head, said)) {
            case Heard.Move<OutgoingCase>(var step) -> {
                book.writeOutgoing(tx, author, step);
                yield Handling.accepted();
            }
            case Heard.Written<OutgoingCase> _ -> Handling.accepted();
            case Heard.No<OutgoingCase>(var refusal) -> {
                if (!(request.state() instanceof Outgoing.Closed)) {
                    yield refusal;
                }
                // Our word and theirs have crossed on the way: theirs is kept in the timeline and moves nothing.
                book.writeOutgoing(tx, author, crossed(request, said));
                yield Handling.accepted();
            }
        };
    }

    private Step<OutgoingCase> crossed(OutgoingCase request, PreservationLetter said) {
        return Step.silent(
                request.moved(request.state(), request.clock(), book.now()), "crossed", Map.of("act", said.act()));
    }

    private Heard<OutgoingCase> heard(OutgoingCase request, LetterHead head, PreservationLetter.FromRequested said) {
        Instant at = head.at();
        return switch (said) {
            case PreservationLetter.Acknowledged(var by) -> acknowledged(request, head, by);
            case PreservationLetter.NeedsMore(var fields, var note) ->
                undecided(
                        request,
                        said,
                        asked -> Moves.needMore(asked, at, fields, note),
                        PauseReason.NEEDS_MORE,
                        Map.of("fields", String.join(" ", fields), "note", note));
            case PreservationLetter.Risk(var word, var note) -> risk(request, said, at, word, note);
            case PreservationLetter.Consultation(var ground, var note) ->
                undecided(
                        request,
                        said,
                        asked -> Moves.consult(asked, at, new Consultation(ground, note, "")),
                        PauseReason.CONSULTATION,
                        Map.of("ground", ground, "note", note));
            case PreservationLetter.Refused refused -> refused(request, at, refused);
            case PreservationLetter.Ordered(var orderedAt, var until) ->
                request.state() instanceof Outgoing.Undecided asked
                        ? term(
                                request,
                                said,
                                Moves.order(asked, orderedAt, until),
                                Clocks.ofTerm(until),
                                Map.of("orderedAt", orderedAt.toString(), "until", until.toString()))
                        : Heard.wrongState(request.state().word());
            case PreservationLetter.Preserved preserved -> preserved(request, preserved);
            case PreservationLetter.NotFound(var provider, var remarks) ->
                request.state() instanceof Outgoing.Ordered ordered
                        ? term(
                                request,
                                said,
                                Moves.notFound(ordered, at),
                                new TermClock.Released(at),
                                Map.of("provider", provider, "remarks", remarks))
                        : Heard.wrongState(request.state().word());
            case PreservationLetter.Extended(var until) -> extended(request, said, until);
            case PreservationLetter.ExtensionRefused(var ground, var law, var reasons) ->
                request.state() instanceof Outgoing.ExtensionAsked asked
                        ? kept(
                                request,
                                said,
                                Moves.keepTerm(asked),
                                Map.of("ground", ground, "nationalLaw", law, "reasons", reasons))
                        : Heard.wrongState(request.state().word());
            case PreservationLetter.Held(var mla, var since) ->
                request.state() instanceof Outgoing.Kept kept
                        ? term(
                                request.noting(request.acknowledgement(), mla),
                                said,
                                Moves.hold(kept, mla, since),
                                new TermClock.Held(mla, since),
                                Map.of("mlaReference", mla))
                        : Heard.wrongState(request.state().word());
            case PreservationLetter.Renewed(var renewedAt) ->
                request.state() instanceof Outgoing.Alive alive
                        ? Heard.move(Step.silent(
                                request.moved(alive, request.clock(), book.now()),
                                said.act(),
                                Map.of("renewedAt", renewedAt.toString())))
                        : Heard.wrongState(request.state().word());
            case PreservationLetter.Expired(var endedAt) -> expired(request, said, endedAt);
            case PreservationLetter.Released(var reason) -> released(request, said, at, reason);
        };
    }

    private Heard<OutgoingCase> acknowledged(OutgoingCase request, LetterHead head, Optional<Instant> by) {
        Acknowledgement seen = new Acknowledgement(head.at(), head.role(), by);
        OutgoingCase noted = request.noting(Optional.of(seen), request.mlaReference());
        Map<String, String> details =
                by.map(promised -> Map.of("nextUpdateBy", promised.toString())).orElse(Map.of());
        Optional<TermClock> clock = Optional.of(clocks.afterAcknowledgement(head.at(), by));
        return switch (request.state()) {
            // "Seen" may arrive before the receipt of our own letter does.
            case Outgoing.Sent sent ->
                Heard.move(Step.silent(
                        noted.moved(Moves.arrive(sent, head.at()), clock, book.now()), "acknowledged", details));
            case Outgoing.Received received ->
                Heard.move(Step.silent(noted.moved(received, clock, book.now()), "acknowledged", details));
            case Outgoing.Drafted _,
                    Outgoing.NeedsMore _,
                    Outgoing.RiskNoticed _,
                    Outgoing.Consulted _,
                    Outgoing.Ordered _,
                    Outgoing.Kept _,
                    Outgoing.Held _,
                    Outgoing.Closed _,
                    Outgoing.Unknown _ -> Heard.wrongState(request.state().word());
        };
    }

    private Heard<OutgoingCase> undecided(
            OutgoingCase request,
            PreservationLetter said,
            java.util.function.Function<Outgoing.Undecided, Outgoing> move,
            PauseReason reason,
            Map<String, String> details) {
        if (!(request.state() instanceof Outgoing.Undecided asked)) {
            return Heard.wrongState(request.state().word());
        }
        Instant now = book.now();
        Optional<TermClock> paused = request.clock().map(clock -> clocks.pause(clock, reason, now));
        return Heard.move(Step.silent(request.moved(move.apply(asked), paused, now), said.act(), details));
    }

    private Heard<OutgoingCase> risk(
            OutgoingCase request, PreservationLetter said, Instant at, String word, String note) {
        Optional<RiskKind> kind = Arrays.stream(RiskKind.values())
                .filter(known -> known.code().equals(word))
                .findFirst();
        if (kind.isEmpty()) {
            return new Heard.No<>(Handling.refused("unknown-risk", word));
        }
        return undecided(
                request,
                said,
                asked -> Moves.noticeRisk(asked, at, new Risk(kind.get(), note)),
                PauseReason.RISK_CHOICE,
                Map.of("risk", word, "note", note));
    }

    private Heard<OutgoingCase> refused(OutgoingCase request, Instant at, PreservationLetter.Refused said) {
        if (!(request.state() instanceof Outgoing.Consulted consulted)) {
            return Heard.wrongState(request.state().word());
        }
        // A ground that the Convention does not know for preservation is no refusal (art. 42(6)).
        boolean known = house.law().grounds().find(said.ground()).isPresent();
        if (!known || said.reasons().isBlank()) {
            return new Heard.No<>(Handling.refused("ground-or-reasons-missing", said.ground()));
        }
        Refusal refusal = new Refusal(said.ground(), said.nationalLaw(), said.reasons(), said.mayResubmitIf());
        Map<String, String> details = new LinkedHashMap<>();
        details.put("ground", said.ground());
        details.put("article", said.article());
        details.put("reasons", said.reasons());
        return term(request, said, Moves.refuse(consulted, at, refusal), new TermClock.Met(at), details);
    }

    private Heard<OutgoingCase> preserved(OutgoingCase request, PreservationLetter.Preserved said) {
        if (!(request.state() instanceof Outgoing.Ordered ordered)) {
            return Heard.wrongState(request.state().word());
        }
        Keeping.Coverage coverage =
                said.coverage().equals(Keeping.Coverage.FULL.code()) ? Keeping.Coverage.FULL : Keeping.Coverage.PARTIAL;
        Keeping keeping = new Keeping(
                said.provider(), coverage, said.nationalReference(), said.remarks(), said.since(), said.until(), 0);
        return kept(
                request,
                said,
                Moves.confirm(ordered, keeping),
                Map.of(
                        "provider",
                        said.provider(),
                        "coverage",
                        coverage.code(),
                        "until",
                        said.until().toString()));
    }

    private Heard<OutgoingCase> extended(OutgoingCase request, PreservationLetter said, Instant until) {
        if (!(request.state() instanceof Outgoing.ExtensionAsked asked)) {
            return Heard.wrongState(request.state().word());
        }
        if (until.isBefore(asked.keeping().until())) {
            return new Heard.No<>(Handling.refused("extension-shortens", "the new end is before the present one"));
        }
        return kept(request, said, Moves.extend(asked, until), Map.of("until", until.toString()));
    }

    private Heard<OutgoingCase> expired(OutgoingCase request, PreservationLetter said, Instant endedAt) {
        TermClock met = new TermClock.Met(endedAt);
        Map<String, String> details = Map.of("endedAt", endedAt.toString());
        return switch (request.state()) {
            case Outgoing.Kept kept -> term(request, said, Moves.expire(kept, endedAt), met, details);
            case Outgoing.Ordered ordered -> term(request, said, Moves.expire(ordered, endedAt), met, details);
            case Outgoing.Drafted _, Outgoing.Undecided _, Outgoing.Held _, Outgoing.Closed _, Outgoing.Unknown _ ->
                Heard.wrongState(request.state().word());
        };
    }

    private Heard<OutgoingCase> released(OutgoingCase request, PreservationLetter said, Instant at, String reason) {
        TermClock ended = new TermClock.Released(at);
        Map<String, String> details = Map.of("reason", reason);
        return switch (request.state()) {
            case Outgoing.Alive alive -> term(request, said, Moves.release(alive, at, reason), ended, details);
            case Outgoing.Expired expired -> term(request, said, Moves.release(expired, at, reason), ended, details);
            case Outgoing.Drafted _,
                    Outgoing.Refused _,
                    Outgoing.Released _,
                    Outgoing.Withdrawn _,
                    Outgoing.Unknown _ -> Heard.wrongState(request.state().word());
        };
    }

    private Heard<OutgoingCase> kept(
            OutgoingCase request, PreservationLetter said, Outgoing.Preserved next, Map<String, String> details) {
        return term(request, said, next, Clocks.ofKeeping(next.keeping()), details);
    }

    private Heard<OutgoingCase> term(
            OutgoingCase request,
            PreservationLetter said,
            Outgoing next,
            TermClock clock,
            Map<String, String> details) {
        return Heard.move(Step.silent(request.moved(next, Optional.of(clock), book.now()), said.act(), details));
    }
}
