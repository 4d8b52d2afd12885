package comity.safeguards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What must be true before data are asked for, and given, to avert an emergency: a significant and imminent risk to
/// the life or safety of a natural person (arts 2(o), 41(3)(e)). The lane is fast, so each end of it must say in its
/// own words why it is used.
final class EmergencyRules {
    private static final String OWN_POLICY = "own policy";

    /// One sentence can be a phrase that is always at hand; two must speak of this case.
    private static final int FEWEST_SENTENCES = 2;

    /// The ends of sentences in the six languages.
    private static final Pattern END = Pattern.compile("[.!?。！？؟۔]+");

    private final BasisRules basis;
    private final OffenceRules offence;

    EmergencyRules(BasisRules basis, OffenceRules offence) {
        this.basis = basis;
        this.offence = offence;
    }

    Ruling rule(Proposal.AskEmergency ask) {
        List<Ground> grounds = new ArrayList<>();
        if (ask.requesting().state().equals(ask.requested().state())) {
            grounds.add(new Ground("same-state", "41(1)"));
        }
        basis.against(ask.basis(), ask.requesting(), ask.requested()).ifPresent(grounds::add);
        offence.against(ask.offence()).ifPresent(grounds::add);
        if (ask.endangered().isBlank()) {
            grounds.add(new Ground("nobody-in-danger", "2(o)"));
        }
        if (ask.imminence().isBlank()) {
            grounds.add(new Ground("danger-not-imminent", "2(o)"));
        }
        if (ask.tooSlow().isBlank()) {
            grounds.add(new Ground("ordinary-way-not-weighed", OWN_POLICY));
        }
        if (!ask.declared()) {
            grounds.add(new Ground("truth-not-declared", OWN_POLICY));
        }
        return ruling(grounds, List.of(new Caution("emergency-is-reviewed", OWN_POLICY)));
    }

    Ruling rule(Proposal.AnswerEmergency answer) {
        List<Ground> grounds = new ArrayList<>();
        if (answer.order().isBlank()) {
            grounds.add(new Ground("domestic-order-missing", "24"));
        }
        if (sentences(answer.justification()) < FEWEST_SENTENCES) {
            grounds.add(new Ground("justification-too-short", "24"));
        }
        if (answer.substantialGrounds() == Answer.NOT_GIVEN) {
            grounds.add(new Ground("substantial-grounds-not-answered", "40(22)"));
        }
        if (answer.substantialGrounds() == Answer.YES) {
            grounds.add(new Ground("substantial-grounds-found", "40(22)"));
        }
        List<Caution> cautions = answer.substantialGrounds() == Answer.UNKNOWN
                ? List.of(new Caution("substantial-grounds-unknown", "40(22)"))
                : List.of();
        return ruling(grounds, cautions);
    }

    private static Ruling ruling(List<Ground> grounds, List<Caution> cautions) {
        return grounds.isEmpty() ? new Ruling.Allowed(cautions) : new Ruling.Forbidden(grounds);
    }

    private static long sentences(String text) {
        return END.splitAsStream(text).filter(sentence -> !sentence.isBlank()).count();
    }
}
