package comity.requests.preservation;

import comity.directory.Directory;
import comity.federation.Outbox;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.law.Law;
import comity.law.eligibility.Cooperation;
import comity.law.living.LivingLaw;
import comity.ledger.journal.Journal;
import comity.requests.RequestEvent;
import comity.safeguards.Safeguards;
import comity.safeguards.oversight.Looks;
import java.time.Clock;
import java.util.Map;

/// What the acts need from the rest of the node.
///
/// @param self the State of this node
/// @param living who is bound by what today
/// @param listener who hears of what is durable
/// @param drill whether addresses reserved for examples may be named: true in a demonstration
public record House(
        StateCode self,
        Transactions transactions,
        PreservationStore store,
        Directory directory,
        Law law,
        LivingLaw living,
        Safeguards safeguards,
        Looks looks,
        Journal journal,
        Outbox outbox,
        Clock clock,
        RequestEvent.Listener listener,
        boolean drill) {
    /// What a preservation is: what a request for one says, why it may be declined, which terms it starts.
    Cooperation preservation() {
        return living.cooperations().preservation();
    }

    PreservationForm form() {
        return new PreservationForm(directory, law, preservation(), clock, drill);
    }

    Standings standings() {
        return new Standings(directory, law, living, clock);
    }

    /// The questions of this house to the safeguards.
    public Questions questions() {
        return new Questions(self, standings());
    }

    /// What a new request of ours to a State would name as its basis: the fields of the form; none when the register
    /// knows of no treaty.
    public Map<String, String> basisOfNew(StateCode requested, Language language) {
        return standings().basisOfNew(self, requested, language);
    }

    Clocks clocks() {
        return new Clocks(law.terms());
    }
}
