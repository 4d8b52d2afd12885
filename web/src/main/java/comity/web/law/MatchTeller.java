package comity.web.law;

import comity.api.law.LawMatch;
import comity.api.law.LawReason;
import comity.api.law.MatchCell;
import comity.api.law.MatchRow;
import comity.api.law.MatchSide;
import comity.api.law.MatchedAct;
import comity.api.law.MatchedOffence;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.Law;
import comity.law.living.LivingLaw;
import comity.law.matching.ActMatch;
import comity.law.matching.Answer;
import comity.law.matching.Cell;
import comity.law.matching.Confidence;
import comity.law.matching.DualCriminality;
import comity.law.matching.Finding;
import comity.law.matching.OffenceMatch;
import comity.law.matching.Opinion;
import comity.law.matching.Point;
import comity.law.matching.Seriousness;
import comity.law.offence.OffencePattern;
import comity.law.offence.Provision;
import comity.law.offence.ProvisionId;
import comity.law.offence.Vouching;
import comity.law.words.LawWords;
import comity.web.Messages;
import java.util.List;
import java.util.Optional;

/// Puts an opinion on conduct in two laws into words. The page and the call are told by this one, so that they never
/// differ.
public final class MatchTeller {
    private final LivingLaw law;
    private final Messages messages;
    private final LawWords words;
    private final Seriousness seriousness;

    public MatchTeller(Law law, LivingLaw living, Messages messages, LawWords words) {
        this.law = living;
        this.messages = messages;
        this.words = words;
        this.seriousness = new Seriousness(law.offences());
    }

    public LawMatch match(Language language, MatchQuestions.Asked asked) {
        LivingLaw.State state = law.now();
        Opinion opinion = state.matcher().match(asked.conduct(), asked.from(), asked.to(), asked.day());
        return new Telling(state, language).opinion(opinion, asked);
    }

    private final class Telling {
        private final LivingLaw.State state;
        private final Language language;
        private final Phrases phrases;

        Telling(LivingLaw.State state, Language language) {
            this.state = state;
            this.language = language;
            this.phrases = new Phrases(messages, words, language);
        }

        LawMatch opinion(Opinion opinion, MatchQuestions.Asked asked) {
            Answer.Kind kind = opinion.answer().kind();
            boolean ofConvention = opinion.acts().stream().allMatch(ActMatch::isOfConvention);
            return new LawMatch(
                    opinion.conduct().about(),
                    opinion.first().code(),
                    opinion.second().code(),
                    opinion.day(),
                    LawTeller.word(opinion.conduct().part()),
                    phrases.say("match.part." + opinion.conduct().part()),
                    LawTeller.word(kind),
                    phrases.say("match.says." + kind, "first", name(opinion.first()), "second", name(opinion.second())),
                    opinion.acts().stream().map(this::act).toList(),
                    asked.measure()
                            .flatMap(measure -> state.eligibility()
                                    .dualCriminality(measure, opinion.second(), ofConvention, opinion.day()))
                            .map(this::dualCriminality)
                            .orElse(null),
                    LawTeller.word(opinion.confidence()),
                    phrases.say("match.confidence." + opinion.confidence()));
        }

        private String name(StateCode code) {
            return Participants.name(state.register(), code, language);
        }

        private LawReason dualCriminality(DualCriminality.Answered answered) {
            return new LawReason(
                    LawTeller.word(answered.need()),
                    phrases.say("law.dual." + answered.need()),
                    answered.convention().article(),
                    answered.own()
                            .map(rule -> LawTeller.orNothing(rule.citation()))
                            .orElse(null),
                    null,
                    answered.convention().asOf(),
                    null);
        }

        private String text(Answer.Kind kind) {
            return phrases.say("match.answer." + kind);
        }

        private MatchedAct act(ActMatch act) {
            Answer.Kind kind = act.answer().kind();
            return new MatchedAct(
                    act.name(),
                    LawTeller.word(kind),
                    text(kind),
                    act.offences().stream().map(this::offence).toList());
        }

        private MatchedOffence offence(OffenceMatch match) {
            OffencePattern offence = match.offence();
            Answer.Kind convention = match.convention().kind();
            Answer.Kind answer = match.answer().kind();
            return new MatchedOffence(
                    offence.id(),
                    phrases.offence(offence.id()),
                    offence.isOfConvention() ? offence.source().article() : null,
                    LawTeller.word(convention),
                    text(convention),
                    LawTeller.word(answer),
                    text(answer),
                    List.of(side(match.first()), side(match.second())),
                    match.rows().stream().map(this::row).toList());
        }

        private MatchRow row(OffenceMatch.Row row) {
            return new MatchRow(
                    row.element().id(),
                    phrases.element(row.element().id()),
                    row.element().source().article(),
                    LawTeller.word(row.element().standing()),
                    row.element().isAlternative()
                            ? phrases.say("match.alternative")
                            : phrases.law("standing", row.element().standing()),
                    cell(row.first()),
                    cell(row.second()));
        }

        private MatchCell cell(Cell cell) {
            return new MatchCell(
                    LawTeller.word(cell.verdict()),
                    phrases.say("match.cell." + cell.verdict()),
                    cell.provision().map(this::citation).orElse(null),
                    LawTeller.orNothing(cell.wording()),
                    cell.demand()
                            .map(fact -> phrases.fact(fact, cell.wording()))
                            .orElse(null));
        }

        private String citation(ProvisionId id) {
            return provision(id).map(Provision::citation).orElse(id.id());
        }

        private Optional<Provision> provision(ProvisionId id) {
            return state.catalogue().law(id.state()).flatMap(book -> book.provision(id));
        }

        private MatchSide side(Finding finding) {
            Seriousness.Side serious = seriousness.of(finding);
            Answer.Kind kind = finding.answer().kind();
            Optional<Provision> provision = finding.provision();
            Optional<Vouching> vouching = provision
                    .map(Provision::vouching)
                    .or(() -> state.catalogue().law(finding.state()).map(book -> book.vouching()));
            return new MatchSide(
                    finding.state().code(),
                    name(finding.state()),
                    LawTeller.word(kind),
                    text(kind),
                    finding.answer().points().stream().map(this::point).toList(),
                    provision.map(found -> found.id().id()).orElse(null),
                    provision.map(Provision::citation).orElse(null),
                    serious.penalty().code(),
                    phrases.penalty(serious.penalty()),
                    LawTeller.word(serious.verdict()),
                    phrases.say("law.serious." + serious.verdict(), "state", name(finding.state())),
                    serious.limitation().code(),
                    phrases.limitation(serious.limitation()),
                    LawTeller.word(finding.confidence()),
                    vouching.map(given -> vouched(finding.confidence(), given))
                            .orElseGet(() -> phrases.say("match.no-book", "state", name(finding.state()))),
                    vouching.flatMap(Vouching::on).orElse(null),
                    vouching.map(Vouching::source).map(LawTeller::orNothing).orElse(null),
                    provision
                            .map(found -> Disputes.of(state, found.id(), phrases))
                            .orElseGet(List::of));
        }

        /// What a provision takes in by reference may be vouched for by nobody, though the provision is.
        private String vouched(Confidence confidence, Vouching vouching) {
            boolean weaker = confidence == Confidence.UNVERIFIED && vouching.by() != Vouching.Voucher.NOBODY;
            return weaker ? phrases.say("match.confidence." + confidence) : phrases.vouched(vouching);
        }

        private LawReason point(Point point) {
            String element = point.element().map(phrases::element).orElse("");
            return new LawReason(
                    LawTeller.word(point.reason()),
                    phrases.say(
                            "match.point." + point.reason(),
                            "state",
                            name(point.state()),
                            "offence",
                            phrases.offence(point.offence()),
                            "element",
                            element,
                            "fact",
                            point.fact()
                                    .map(fact -> phrases.fact(fact, point.wording()))
                                    .orElse(element)),
                    point.provision().map(this::citation).orElse(null),
                    null,
                    null,
                    null,
                    null);
        }
    }
}
