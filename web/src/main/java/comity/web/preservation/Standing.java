package comity.web.preservation;

import comity.requests.preservation.Consultation;
import comity.requests.preservation.DomesticOrder;
import comity.requests.preservation.ExtensionWish;
import comity.requests.preservation.Incoming;
import comity.requests.preservation.Keeping;
import comity.requests.preservation.Outgoing;
import comity.requests.preservation.Refusal;
import comity.requests.preservation.Risk;
import comity.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a state holds, read out. A new state does not compile until it is decided here what people see of it.
final class Standing {
    private final Page page;
    private final FieldNames names;
    private final List<Facts.Fact> facts = new ArrayList<>();

    private Standing(Page page, FieldNames names) {
        this.page = page;
        this.names = names;
    }

    static List<Facts.Fact> of(Page page, FieldNames names, Outgoing state) {
        Standing standing = new Standing(page, names);
        switch (state) {
            case Outgoing.Drafted _, Outgoing.Unknown _ -> {}
            case Outgoing.Sent(Instant at) -> standing.at("sent", at);
            case Outgoing.Received(Instant at) -> standing.at("received", at);
            case Outgoing.NeedsMore(Instant at, List<String> fields, String note) -> standing.asked(at, fields, note);
            case Outgoing.RiskNoticed(Instant at, Risk risk) -> standing.risk(at, risk);
            case Outgoing.Consulted(Instant at, Consultation consultation) -> standing.consulted(at, consultation);
            case Outgoing.Refused(Instant at, Refusal refusal) -> standing.refused(at, refusal);
            case Outgoing.Ordered(Instant at, Instant until) ->
                standing.at("ordered", at).at("until", until);
            case Outgoing.Preserved(Keeping keeping) -> standing.kept(keeping);
            case Outgoing.ExtensionAsked(Keeping keeping, ExtensionWish wish) ->
                standing.kept(keeping).wish(wish);
            case Outgoing.Held(Keeping keeping, String mla, Instant since) ->
                standing.kept(keeping).held(mla, since);
            case Outgoing.Expired(Instant at) -> standing.at("expired", at);
            case Outgoing.Released(Instant at, String reason) -> standing.ended("released", at, reason);
            case Outgoing.Withdrawn(Instant at, String reason) -> standing.ended("withdrawn", at, reason);
        }
        return standing.facts;
    }

    static List<Facts.Fact> of(Page page, FieldNames names, Incoming state) {
        Standing standing = new Standing(page, names);
        switch (state) {
            case Incoming.Unknown _ -> {}
            case Incoming.Received(Instant at) -> standing.at("received", at);
            case Incoming.Acknowledged(Instant at) -> standing.at("acknowledged", at);
            case Incoming.NeedsMore(Instant at, List<String> fields, String note) -> standing.asked(at, fields, note);
            case Incoming.RiskNoticed(Instant at, Risk risk) -> standing.risk(at, risk);
            case Incoming.Consulted(Instant at, Consultation consultation) -> standing.consulted(at, consultation);
            case Incoming.Refused(Instant at, Refusal refusal) -> standing.refused(at, refusal);
            case Incoming.Ordered(DomesticOrder order, Instant until) -> standing.ordered(order, until);
            case Incoming.Preserved(DomesticOrder order, Keeping keeping) ->
                standing.kept(keeping).order(order);
            case Incoming.ExtensionAsked(DomesticOrder order, Keeping keeping, ExtensionWish wish) ->
                standing.kept(keeping).wish(wish).order(order);
            case Incoming.Held(DomesticOrder order, Keeping keeping, String mla, Instant since) ->
                standing.kept(keeping).held(mla, since).order(order);
            case Incoming.Expired(Instant at) -> standing.at("expired", at);
            case Incoming.Released(Instant at, String reason) -> standing.ended("released", at, reason);
            case Incoming.Withdrawn(Instant at, String reason) -> standing.ended("withdrawn", at, reason);
        }
        return standing.facts;
    }

    private Standing say(String word, String value) {
        if (!value.isBlank()) {
            facts.add(new Facts.Fact("", page.t("standing." + word), value, false));
        }
        return this;
    }

    private Standing at(String word, Instant at) {
        return say(word, page.at(at) + " · " + page.utc(at));
    }

    private void asked(Instant at, List<String> fields, String note) {
        at("asked", at);
        fields.forEach(field -> say("field", names.name(page, field)));
        say("note", note);
    }

    private void risk(Instant at, Risk risk) {
        at("risk-noticed", at).say("risk", page.t("risk." + risk.kind().code())).say("note", risk.note());
    }

    private void consulted(Instant at, Consultation consultation) {
        at("consulted", at)
                .say("ground", names.ground(page, consultation.ground()))
                .say("note", consultation.note())
                .say("answer", consultation.answer());
    }

    private void refused(Instant at, Refusal refusal) {
        at("refused", at)
                .say("ground", names.ground(page, refusal.ground()))
                .say("national-law", refusal.nationalLaw())
                .say("reasons", refusal.reasons())
                .say("resubmit", refusal.mayResubmitIf());
    }

    private void ordered(DomesticOrder order, Instant until) {
        order(order).at("until", until);
    }

    private Standing order(DomesticOrder order) {
        return say("order", order.reference())
                .at("ordered", order.at())
                .at("order-lapses", order.lapses())
                .say("renewals", order.renewals() == 0 ? "" : Integer.toString(order.renewals()));
    }

    private Standing kept(Keeping keeping) {
        return at("until", keeping.until())
                .say("provider", keeping.provider())
                .say("coverage", page.t("coverage." + keeping.coverage().code()))
                .say("national-reference", keeping.nationalReference())
                .at("preserved", keeping.since())
                .say("remarks", keeping.remarks());
    }

    private Standing wish(ExtensionWish wish) {
        return at("extension-asked", wish.at())
                .say("days", Integer.toString(wish.days()))
                .say("reasons", wish.reason());
    }

    private Standing held(String mla, Instant since) {
        return say("mla", mla).at("held", since);
    }

    private void ended(String word, Instant at, String reason) {
        at(word, at).say("reasons", reason);
    }
}
