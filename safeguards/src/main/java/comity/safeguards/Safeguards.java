package comity.safeguards;

import comity.kernel.Actor;
import comity.law.Law;
import comity.law.RefusalGround;
import comity.law.eligibility.Cooperation;
import comity.law.eligibility.Cooperations;
import java.util.List;

/// Rules on proposals. Pure: no clock, no disk, no network.
public final class Safeguards {
    private final AskingRules asking;
    private final OrderingRules ordering;
    private final RefusingRules refusing;
    private final EmergencyRules emergency;
    private final Competences competences;

    /// @param cooperations what a request says, why it may be declined and which terms it starts, measure by measure
    public Safeguards(Law law, Cooperations cooperations) {
        Cooperation preservation = cooperations.preservation();
        BasisRules basis = new BasisRules(law.bases());
        OffenceRules offence = new OffenceRules(law.offences(), preservation);
        this.asking = new AskingRules(law.offences(), preservation, basis, offence);
        this.ordering = new OrderingRules(preservation, basis, offence);
        this.refusing = new RefusingRules(law.grounds(), preservation);
        this.emergency = new EmergencyRules(basis, new OffenceRules(law.offences(), cooperations.emergency()));
        this.competences = Competences.load();
    }

    /// May this be done? All grounds against it are named at once.
    public Ruling rule(Proposal proposal) {
        return switch (proposal) {
            case Proposal.AskPreservation ask -> asking.rule(ask);
            case Proposal.OrderPreservation order -> ordering.rule(order);
            case Proposal.RefusePreservation refusal -> refusing.rule(Refusal.of(refusal));
            case Proposal.HandOver handOver -> HandoverRules.rule(handOver);
            case Proposal.RefuseExtension refusal -> refusing.rule(Refusal.of(refusal));
            case Proposal.AskEmergency ask -> emergency.rule(ask);
            case Proposal.AnswerEmergency answer -> emergency.rule(answer);
        };
    }

    /// Whether one of the person's roles may do this at all. Which case it is, is for the room that keeps the
    /// cases.
    public boolean competent(Actor actor, Act act) {
        return competences.allow(actor, act);
    }

    /// The grounds that the requested State may choose from in this case; a form offers these and no others.
    public List<RefusalGround> refusalGrounds(Standing requested, NamedOffence offence) {
        return refusing.groundsFor(requested, offence);
    }

    /// What a person must answer before this act. Asked every time, whatever was answered before.
    public List<Question> questions(Act act) {
        return Questions.before(act);
    }
}
