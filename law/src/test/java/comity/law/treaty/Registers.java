package comity.law.treaty;

import comity.kernel.StateCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Builds registers for tests, act by act.
final class Registers {
    static final FinalProvisions PROVISIONS = FinalProvisions.load();
    static final LocalDate AS_OF = LocalDate.parse("2031-12-31");
    private static final Provenance SEEN = new Provenance("a test", "", AS_OF, Provenance.Confidence.SEEN, "");

    private final Map<StateCode, Participant> participants = new LinkedHashMap<>();
    private final List<TreatyAct> acts = new ArrayList<>();

    static Registers empty() {
        return new Registers();
    }

    Registers signed(String state, String day) {
        acts.add(new TreatyAct.Signature(head(state + ".signature", state, day)));
        return this;
    }

    Registers ratified(String state, String day) {
        return deposited(state, day, TreatyAct.Deposit.How.RATIFICATION);
    }

    Registers acceded(String state, String day) {
        return deposited(state, day, TreatyAct.Deposit.How.ACCESSION);
    }

    private Registers deposited(String state, String day, TreatyAct.Deposit.How how) {
        acts.add(new TreatyAct.Deposit(head(state + ".deposit." + day, state, day), how, Optional.empty()));
        return this;
    }

    Registers denounced(String state, String day) {
        acts.add(new TreatyAct.Denunciation(head(state + ".denunciation." + day, state, day)));
        return this;
    }

    Registers tookBack(String state, String of, String day) {
        acts.add(new TreatyAct.Withdrawal(head(state + ".withdrawal." + of, state, day), of));
        return this;
    }

    Registers organization(String code) {
        participants.put(
                new StateCode(code),
                new Participant(
                        new StateCode(code),
                        code + "X",
                        Participant.Kind.ORGANIZATION,
                        Participant.Region.NONE,
                        Map.of("en", code)));
        return this;
    }

    Registers act(TreatyAct act) {
        acts.add(act);
        return this;
    }

    TreatyAct.Head head(String id, String state, String day) {
        participants.computeIfAbsent(
                new StateCode(state),
                code -> new Participant(
                        code, code + "X", Participant.Kind.STATE, Participant.Region.NONE, Map.of("en", code.code())));
        return new TreatyAct.Head(id, 1, new StateCode(state), "unc", When.parse(day), SEEN);
    }

    TreatyRegister register() throws RegisterRefused {
        Instrument convention = new Instrument(
                "unc",
                Instrument.Kind.CONVENTION,
                Map.of("en", "Convention"),
                true,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                SEEN);
        return TreatyRegister.of(
                Map.of("en", "a test"), AS_OF, List.of(convention), participants.values(), acts, PROVISIONS);
    }

    EntryIntoForce reckoned() throws RegisterRefused {
        return new EntryIntoForce(register(), PROVISIONS);
    }

    /// So many codes that ISO leaves to its users.
    static List<String> codes(int many) {
        return Arrays.stream("X Q".split(" "))
                .flatMap(first -> "NOPQRSTUVWXYZABCDEFGHIJKLM"
                        .chars()
                        .mapToObj(second -> first + (char) second)
                        .filter(code -> code.matches("X[A-Z]|Q[M-Z]")))
                .limit(many)
                .toList();
    }
}
