package comity.web.law;

import comity.api.law.LawDispute;
import comity.kernel.StateCode;
import comity.law.dispute.Dispute;
import comity.law.living.LivingLaw;
import comity.law.offence.ProvisionId;
import java.util.List;

/// What is disputed in an entry of a State's book, in words; the page of the book and the answers of the matcher tell
/// it alike.
final class Disputes {
    private Disputes() {}

    /// In the order of who disputes it.
    static List<LawDispute> of(LivingLaw.State state, ProvisionId id, Phrases phrases) {
        return state.disputes(id).stream()
                .map(dispute -> told(state, dispute, phrases))
                .toList();
    }

    private static LawDispute told(LivingLaw.State state, Dispute dispute, Phrases phrases) {
        return new LawDispute(
                dispute.by().map(StateCode::code).orElse(null),
                dispute.by()
                        .map(by -> phrases.say(
                                "match.dispute.by",
                                "state",
                                Participants.name(state.register(), by, phrases.language())))
                        .orElseGet(() -> phrases.say("match.dispute.by-secretariat")),
                dispute.on(),
                dispute.reason());
    }
}
