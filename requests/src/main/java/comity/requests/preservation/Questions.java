package comity.requests.preservation;

import comity.directory.Directory;
import comity.kernel.StateCode;
import comity.law.TreatyStatus;
import comity.requests.form.Answers;
import comity.safeguards.Basis;
import comity.safeguards.Judgement;
import comity.safeguards.NamedOffence;
import comity.safeguards.Proposal;
import comity.safeguards.Standing;
import java.util.Map;
import java.util.OptionalInt;

/// Puts the questions to the safeguards: what a document says, in their words.
public final class Questions {
    private final Directory directory;

    public Questions(Directory directory) {
        this.directory = directory;
    }

    Proposal.AskPreservation maySend(StateCode requesting, StateCode requested, Map<String, String> document) {
        Answers answers = new Answers(document);
        return new Proposal.AskPreservation(
                standing(requesting),
                standing(requested),
                basis(answers),
                offence(document),
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
                basis(new Answers(request.document())),
                offence(request.document()),
                orderReference,
                judgement(request));
    }

    Proposal.RefusePreservation mayRefuse(IncomingCase request, Refusal refusal, boolean consulted) {
        return new Proposal.RefusePreservation(
                standing(request.requesting()),
                standing(request.requested()),
                offence(request.document()),
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
                offence(request.document()),
                refusal.ground(),
                refusal.nationalLaw(),
                refusal.reasons(),
                true,
                judgement(request));
    }

    /// @param order the reference of the decision at home
    public Proposal.HandOver mayHandOver(IncomingCase request, String order) {
        return new Proposal.HandOver(
                standing(request.requesting()),
                standing(request.requested()),
                request.state() instanceof Incoming.Held,
                order);
    }

    /// Nothing is answered until a person has answered it.
    private static Judgement judgement(IncomingCase request) {
        return request.assessment().map(Assessment::judgement).orElseGet(Judgement::notGiven);
    }

    /// A State that is not in the directory is bound by nothing.
    Standing standing(StateCode state) {
        return directory
                .find(state)
                .map(entry ->
                        new Standing(state, entry.status(), entry.preservation().dualCriminalityReservation()))
                .orElseGet(() -> new Standing(state, TreatyStatus.NEITHER, false));
    }

    private static Basis basis(Answers answers) {
        return answers.has("/basis/code")
                ? new Basis(answers.text("/basis/code"), answers.text("/basis/reference"))
                : Basis.convention();
    }

    static NamedOffence offence(Map<String, String> document) {
        Answers answers = new Answers(document);
        String article = answers.text("/offence/article");
        return new NamedOffence(
                article.startsWith("unc.") ? article : "",
                answers.number("/offence/maximumPenaltyYears")
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty),
                answers.has("/offence/description"));
    }
}
