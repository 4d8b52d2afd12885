package comity.law.treaty;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What a file says, before anybody has looked whether it contradicts itself.
record RegisterDraft(
        Map<String, String> about,
        LocalDate asOf,
        List<Instrument> instruments,
        List<Participant> participants,
        List<TreatyAct> acts) {
    TreatyRegister register(FinalProvisions provisions) throws RegisterRefused {
        return TreatyRegister.of(about, asOf, instruments, participants, acts, provisions);
    }
}
