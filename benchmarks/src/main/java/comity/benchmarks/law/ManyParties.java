package comity.benchmarks.law;

import comity.kernel.StateCode;
import comity.law.basis.DataClass;
import comity.law.eligibility.Asked;
import comity.law.eligibility.Cooperation;
import comity.law.eligibility.Cooperations;
import comity.law.treaty.FinalProvisions;
import comity.law.treaty.Instrument;
import comity.law.treaty.Participant;
import comity.law.treaty.Provenance;
import comity.law.treaty.RegisterRefused;
import comity.law.treaty.TreatyAct;
import comity.law.treaty.TreatyRegister;
import comity.law.treaty.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A register in which the Convention is in force for every State, with two other treaties, reservations and
/// objections, and questions about two of its States, drawn by chance that always falls the same way.
final class ManyParties {
    private static final LocalDate DAY = LocalDate.parse("2027-06-01");
    private static final Provenance DRAWN = new Provenance("drawn by chance", "", DAY, Provenance.Confidence.SEEN, "");

    private ManyParties() {}

    static List<Asked> questions(int count, List<StateCode> states, Cooperations cooperations) {
        Random chance = new Random(11);
        List<String> measures =
                cooperations.all().stream().map(Cooperation::code).toList();
        List<Asked> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(new Asked(
                    states.get(chance.nextInt(states.size())),
                    states.get(chance.nextInt(states.size())),
                    new Asked.ConventionOffence("unc." + (7 + chance.nextInt(11))),
                    measures.get(chance.nextInt(measures.size())),
                    chance.nextBoolean() ? Optional.of(DataClass.CONTENT) : Optional.empty(),
                    DAY));
        }
        return drawn;
    }

    static TreatyRegister register(List<StateCode> states, FinalProvisions provisions) {
        Random chance = new Random(7);
        List<TreatyAct> acts = new ArrayList<>();
        for (StateCode state : states) {
            acts.add(new TreatyAct.Deposit(
                    head(state, "unc", "deposit", "2026-06-01"), TreatyAct.Deposit.How.ACCESSION, Optional.empty()));
            for (String other : List.of("budapest", "untoc")) {
                if (chance.nextBoolean()) {
                    acts.add(new TreatyAct.Deposit(
                            head(state, other, "deposit", "2010-01-01"),
                            TreatyAct.Deposit.How.ACCESSION,
                            Optional.of(When.parse("2010-05-01"))));
                }
            }
            if (chance.nextInt(3) == 0) {
                acts.add(new TreatyAct.Reservation(
                        head(state, "unc", "reservation", "2026-06-01"),
                        List.of(String.valueOf(7 + chance.nextInt(11))),
                        TreatyAct.Reservation.Effect.EXCLUDES,
                        Map.of("en", "not bound")));
                acts.add(new TreatyAct.Objection(
                        head(states.getFirst(), "unc", "objection." + state, "2026-07-01"),
                        state + ".unc.reservation",
                        false,
                        Map.of("en", "objects")));
            }
        }
        try {
            return TreatyRegister.of(
                    Map.of("en", "drawn by chance"),
                    DAY,
                    List.of(
                            treaty("unc", Instrument.Kind.CONVENTION),
                            treaty("budapest", Instrument.Kind.MULTILATERAL),
                            treaty("untoc", Instrument.Kind.MULTILATERAL)),
                    states.stream().map(ManyParties::participant).toList(),
                    acts,
                    provisions);
        } catch (RegisterRefused e) {
            throw new IllegalStateException(e);
        }
    }

    private static Participant participant(StateCode state) {
        return new Participant(
                state, state + "X", Participant.Kind.STATE, Participant.Region.NONE, Map.of("en", state.code()));
    }

    private static TreatyAct.Head head(StateCode by, String instrument, String what, String on) {
        return new TreatyAct.Head(by + "." + instrument + "." + what, 1, by, instrument, When.parse(on), DRAWN);
    }

    private static Instrument treaty(String code, Instrument.Kind kind) {
        return new Instrument(
                code, kind, Map.of("en", code), true, Set.of(), Optional.empty(), Optional.empty(), true, DRAWN);
    }
}
