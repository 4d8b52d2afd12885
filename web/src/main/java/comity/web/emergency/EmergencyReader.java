package comity.web.emergency;

import comity.kernel.Actor;
import comity.law.Law;
import comity.requests.Outcome;
import comity.requests.disclosure.Disclosures;
import comity.requests.emergency.Emergencies;
import comity.requests.emergency.Emergencies.Seen;
import comity.requests.emergency.EmergencyCase;
import comity.requests.emergency.EmergencyState;
import comity.requests.emergency.Review;
import comity.requests.form.Answers;
import comity.requests.form.Form;
import comity.web.Page;
import comity.web.cases.States;
import comity.web.preservation.Facts;
import comity.web.preservation.FieldNames;
import comity.web.preservation.Outcomes;
import comity.web.preservation.QuestionReader;
import comity.web.preservation.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads requests for emergency data for the screen.
public final class EmergencyReader {
    private final Emergencies emergencies;
    private final Disclosures disclosures;
    private final States states;
    private final Facts facts;
    private final FieldNames names;
    private final QuestionReader questions;

    public EmergencyReader(Emergencies emergencies, Disclosures disclosures, States states, Law law) {
        Form form = emergencies.form().form();
        this.emergencies = emergencies;
        this.disclosures = disclosures;
        this.states = states;
        this.facts = new Facts(form, states, law);
        this.names = new FieldNames(form);
        this.questions = new QuestionReader(facts, states);
    }

    FieldNames names() {
        return names;
    }

    QuestionReader questions() {
        return questions;
    }

    /// The case as it is; a problem page when there is none, or none for this reader.
    Seen seen(Page page, String reference) {
        return Outcomes.orProblem(emergencies.read(Signed.in(page), Signed.reference(reference)));
    }

    EmergencyView read(Page page, String reference) {
        Actor who = Signed.in(page);
        Seen seen = seen(page, reference);
        EmergencyCase request = seen.request();
        return new EmergencyView(
                request,
                states.name(request.peer(), page.language()),
                standing(page, request),
                inside(page, request),
                facts.sections(page, new Answers(request.document())),
                seen.timeline(),
                seen.acts(),
                disclosures.ofRequest(who, request.reference())
                                instanceof Outcome.Done<List<comity.vault.Exhibit>>(var found)
                        ? found
                        : List.of(),
                disclosures.mayBegin(who, request));
    }

    private List<Facts.Fact> standing(Page page, EmergencyCase request) {
        List<Facts.Fact> told = new ArrayList<>();
        switch (request.state()) {
            case EmergencyState.Accepted(var _, var reviewBy, var conditions) -> {
                add(page, told, "conditions", conditions);
                add(page, told, "review-by", page.at(reviewBy));
            }
            case EmergencyState.KeptOnly(var _, var reviewBy, var reasons) -> {
                add(page, told, "reasons", reasons);
                add(page, told, "review-by", page.at(reviewBy));
            }
            case EmergencyState.Declined(var _, var reasons) -> add(page, told, "reasons", reasons);
            case EmergencyState.Withdrawn(var _, var reason) -> add(page, told, "reason", reason);
            case EmergencyState.Drafted _, EmergencyState.Open _, EmergencyState.Unknown _ -> {
                // Nothing was said yet, or nothing that this version understands.
            }
        }
        request.ownReview().ifPresent(review -> add(page, told, "found-here", words(page, review)));
        request.peerReview().ifPresent(review -> add(page, told, "found-there", words(page, review)));
        return told;
    }

    private static String words(Page page, Review review) {
        String found = page.t("emergency.finding." + review.finding().code());
        String text = page.t("emergency.review.words", "finding", found, "text", review.text());
        return review.assistanceReference().isEmpty()
                ? text
                : text + " " + page.t("emergency.review.assistance", "reference", review.assistanceReference());
    }

    private static List<Facts.Fact> inside(Page page, EmergencyCase request) {
        List<Facts.Fact> kept = new ArrayList<>();
        Optional<EmergencyCase.Decision> decision = request.decision();
        decision.ifPresent(made -> {
            add(page, kept, "order", made.order());
            add(page, kept, "justification", made.justification());
        });
        return kept;
    }

    private static void add(Page page, List<Facts.Fact> facts, String name, String value) {
        if (!value.isBlank()) {
            facts.add(new Facts.Fact("/" + name, page.t("emergency.field." + name), value, false));
        }
    }
}
