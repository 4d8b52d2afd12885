package comity.requests.preservation;

import comity.kernel.StateCode;
import comity.requests.form.Answers;
import comity.safeguards.Answer;
import comity.safeguards.Basis;
import comity.safeguards.Judgement;
import comity.safeguards.NamedOffence;
import comity.safeguards.Proposal;
import comity.safeguards.Standing;
import java.util.Map;
import java.util.OptionalInt;

/// Puts the questions to the safeguards: what a document says, in their words.
public final class Questions {
    private static final String CONVENTION = "unc.";

    private final StateCode self;
    private final Standings standings;

    Questions(StateCode self, Standings standings) {
        this.self = self;
        this.standings = standings;
    }

    Proposal.AskPreservation maySend(StateCode requesting, StateCode requested, Map<String, String> document) {
        Answers answers = new Answers(document);
        return new Proposal.AskPreservation(
                standing(requesting),
                standing(requested),
                basis(answers, requesting, requested),
                offence(document, requesting, requested),
                answers.isYes("/mla/intended"),
                answers.text("/necessity"),
                answers.isYes("/secrecy/confidential") || answers.isYes("/secrecy/doNotNotify"),
                answers.has("/secrecy/until/text"),
                answers.entries("items").stream()
                        .anyMatch(item ->
                                answers.words("/items/" + item + "/data").contains("content")));
    }

    Proposal.OrderPreservation mayOrder(IncomingCase request, String orderReference) {
        return new Proposal.OrderPreservation(
                standing(request.requesting()),
                standing(request.requested()),
                basis(new Answers(request.document()), request.requesting(), request.requested()),
                offence(request),
                orderReference,
                judgement(request));
    }

    Proposal.RefusePreservation mayRefuse(IncomingCase request, Refusal refusal, boolean consulted) {
        return new Proposal.RefusePreservation(
                standing(request.requesting()),
                standing(request.requested()),
                offence(request),
                refusal.ground(),
                refusal.nationalLaw(),
                refusal.reasons(),
                consulted,
                judgement(request));
    }

    /// The wish for more time is itself the consultation: it was asked, and is answered with reasons.
    Proposal.RefuseExtension mayRefuseExtension(IncomingCase request, Refusal refusal) {
        return new Proposal.RefuseExtension(
                standing(request.requesting()),
                standing(request.requested()),
                offence(request),
                refusal.ground(),
                refusal.nationalLaw(),
                refusal.reasons(),
                true,
                judgement(request));
    }

    /// May this State give that one what was collected?
    ///
    /// @param assistance whether a request for assistance, or an accepted emergency, stands behind it
    /// @param order the reference of the decision at home
    public Proposal.HandOver mayHandOver(StateCode requesting, boolean assistance, String order) {
        return new Proposal.HandOver(standing(requesting), standing(self), assistance, order);
    }

    /// May data be asked for to avert an emergency?
    public Proposal.AskEmergency mayAskEmergency(StateCode requested, Map<String, String> document) {
        Answers answers = new Answers(document);
        return new Proposal.AskEmergency(
                standing(self),
                standing(requested),
                basis(answers, self, requested),
                offence(document, self, requested),
                answers.text("/risk/who"),
                answers.text("/risk/imminent"),
                answers.text("/tooSlow"),
                answers.isYes("/truth"));
    }

    /// May data be given, or kept, at once for another State?
    public Proposal.AnswerEmergency mayAnswerEmergency(
            StateCode requesting, String order, String justification, Answer substantialGrounds) {
        return new Proposal.AnswerEmergency(
                standing(requesting), standing(self), order, justification, substantialGrounds);
    }

    /// Nothing is answered until a person has answered it.
    private static Judgement judgement(IncomingCase request) {
        return request.assessment().map(Assessment::judgement).orElseGet(Judgement::notGiven);
    }

    /// Where a State stands.
    Standing standing(StateCode state) {
        return standings.of(state);
    }

    private Basis basis(Answers answers, StateCode requesting, StateCode requested) {
        if (!answers.has("/basis/code")) {
            return Basis.convention();
        }
        String code = answers.text("/basis/code");
        return new Basis(code, answers.text("/basis/reference"), standings.binds(code, requesting, requested));
    }

    /// The offence that a request names.
    NamedOffence offence(IncomingCase request) {
        return offence(request.document(), request.requesting(), request.requested());
    }

    /// An article that a reservation has taken out between the two is no offence of the Convention between them.
    private NamedOffence offence(Map<String, String> document, StateCode requesting, StateCode requested) {
        Answers answers = new Answers(document);
        String article = answers.text("/offence/article");
        boolean counts = article.startsWith(CONVENTION)
                && !standings.excluded(article.substring(CONVENTION.length()), requesting, requested);
        return new NamedOffence(
                counts ? article : "",
                answers.number("/offence/maximumPenaltyYears")
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty),
                answers.has("/offence/description"));
    }
}
