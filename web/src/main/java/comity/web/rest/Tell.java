package comity.web.rest;

import comity.api.Link;
import comity.api.contract.Operation;
import comity.api.request.RequestDetail;
import comity.api.request.RequestSummary;
import comity.api.request.TermClock;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.requests.Side;
import comity.requests.preservation.Acknowledgement;
import comity.requests.preservation.Act;
import comity.requests.preservation.CaseLine;
import comity.requests.preservation.Consultation;
import comity.requests.preservation.DomesticOrder;
import comity.requests.preservation.ExtensionWish;
import comity.requests.preservation.Keeping;
import comity.requests.preservation.Refusal;
import comity.requests.preservation.Risk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The small parts of a case in the contract's records: both sides of a request are told with these.
final class Tell {
    private final Speech speech;
    private final Language language;
    private final StateCode home;

    Tell(Speech speech, Language language, StateCode home) {
        this.speech = speech;
        this.language = language;
        this.home = home;
    }

    Speech speech() {
        return speech;
    }

    Language language() {
        return language;
    }

    /// A text, when there is one.
    static @Nullable String orNothing(String text) {
        return text.isBlank() ? null : text;
    }

    RequestSummary line(CaseLine line) {
        return new RequestSummary(
                line.id().toString(),
                line.reference().toString(),
                line.side().code(),
                line.reference().state().code(),
                line.side() == Side.REQUESTING ? line.peer().code() : home.code(),
                line.state(),
                line.urgency().code(),
                line.clock().map(this::clock).orElse(null),
                line.waitsFor().code(),
                orNothing(line.owner()),
                line.acknowledgedAt().orElse(null),
                line.updatedAt(),
                line.version());
    }

    TermClock clock(comity.requests.preservation.TermClock clock) {
        return switch (clock) {
            case comity.requests.preservation.TermClock.Running(Instant until, var cause) ->
                counting(clock.word(), cause, until, null, null);
            case comity.requests.preservation.TermClock.Extended(Instant until, int times, var cause) ->
                counting(clock.word(), cause, until, null, times);
            case comity.requests.preservation.TermClock.Breached(Instant since, var cause) ->
                counting(clock.word(), cause, null, since, null);
            case comity.requests.preservation.TermClock.Paused(var reason, Instant since, var remaining, var cause) ->
                new TermClock(
                        clock.word(),
                        cause.code(),
                        reason.code(),
                        causeText(cause),
                        null,
                        since,
                        remaining.toSeconds(),
                        null,
                        null);
            case comity.requests.preservation.TermClock.Held(String reference, Instant since) ->
                new TermClock(clock.word(), null, null, null, null, since, null, null, reference);
            case comity.requests.preservation.TermClock.Met(Instant at) -> ended(clock.word(), at);
            case comity.requests.preservation.TermClock.Released(Instant at) -> ended(clock.word(), at);
            case comity.requests.preservation.TermClock.Unknown(String word) -> ended(word, null);
        };
    }

    private TermClock counting(
            String word,
            comity.requests.preservation.TermClock.Cause cause,
            @Nullable Instant until,
            @Nullable Instant since,
            @Nullable Integer times) {
        return new TermClock(word, cause.code(), null, causeText(cause), until, since, null, times, null);
    }

    private static TermClock ended(String word, @Nullable Instant at) {
        return new TermClock(word, null, null, null, null, at, null, null, null);
    }

    private String causeText(comity.requests.preservation.TermClock.Cause cause) {
        return speech.say(language, "clock.cause." + cause.code(), cause.code());
    }

    static RequestDetail.@Nullable Acknowledgement acknowledgement(Optional<Acknowledgement> seen) {
        return seen.map(ack -> new RequestDetail.Acknowledgement(
                        ack.at(), ack.nextUpdateBy().orElse(null)))
                .orElse(null);
    }

    static RequestDetail.Question question(Instant at, List<String> fields, String note) {
        return new RequestDetail.Question(at, fields, orNothing(note));
    }

    static RequestDetail.Risk risk(Instant at, Risk risk) {
        return new RequestDetail.Risk(at, risk.kind().code(), orNothing(risk.note()));
    }

    RequestDetail.Consultation consultation(Instant at, Consultation asked) {
        return new RequestDetail.Consultation(
                at, asked.ground(), groundText(asked.ground()), orNothing(asked.note()), orNothing(asked.answer()));
    }

    RequestDetail.Refusal refusal(Instant at, Refusal refusal) {
        return new RequestDetail.Refusal(
                at,
                refusal.ground(),
                groundText(refusal.ground()),
                speech.find(language, "ground." + refusal.ground() + ".article", java.util.Map.of())
                        .orElse(null),
                orNothing(refusal.nationalLaw()),
                refusal.reasons(),
                orNothing(refusal.mayResubmitIf()));
    }

    private String groundText(String code) {
        return speech.say(language, "ground." + code, code);
    }

    static RequestDetail.DomesticOrder order(DomesticOrder order) {
        return new RequestDetail.DomesticOrder(order.reference(), order.at(), order.lapses(), order.renewals());
    }

    static RequestDetail.Preservation keeping(Keeping keeping) {
        return new RequestDetail.Preservation(
                keeping.since(),
                keeping.until(),
                orNothing(keeping.provider()),
                keeping.coverage().code(),
                orNothing(keeping.nationalReference()),
                orNothing(keeping.remarks()),
                keeping.extensions());
    }

    static RequestDetail.Extension extension(ExtensionWish wish) {
        return new RequestDetail.Extension(wish.at(), wish.days(), orNothing(wish.reason()));
    }

    /// What this person can do now, in the order of the contract.
    static List<String> acts(Set<Act> acts) {
        return acts.stream().sorted().map(Act::code).toList();
    }

    static List<Link> links(RequestReference reference) {
        String name = reference.toString();
        return List.of(
                new Link("self", Operation.SHOW_REQUEST.at(name)),
                new Link("timeline", Operation.SHOW_TIMELINE.at(name)),
                new Link("letters", Operation.SHOW_LETTERS.at(name)));
    }
}
