package comity.benchmarks.law;

import comity.kernel.StateCode;
import comity.law.Law;
import comity.law.basis.Carries;
import comity.law.basis.DataClass;
import comity.law.basis.TreatyBases;
import comity.law.eligibility.Asked;
import comity.law.eligibility.Cooperation;
import comity.law.eligibility.Cooperations;
import comity.law.eligibility.Eligibility;
import comity.law.offence.OffenceCatalogue;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// May it be asked? Of two States of two hundred, each time others, with a register in which the Convention is in
/// force,
/// two other treaties, reservations and objections, and every State's book of law.
@State(Scope.Thread)
public class Asking {
    private static final int PREPARED = 1024;
    private static final LocalDate DAY = LocalDate.parse("2027-06-01");
    private static final Provenance DRAWN = new Provenance("drawn by chance", "", DAY, Provenance.Confidence.SEEN, "");

    private List<Asked> questions = List.of();
    private @Nullable Eligibility eligibility;
    private int next;

    @Setup
    public void draw() {
        List<StateCode> states = Arrays.stream(Locale.getISOCountries())
                .limit(Matching.STATES)
                .map(StateCode::new)
                .toList();
        FinalProvisions provisions = FinalProvisions.load();
        ManyLaws laws = new ManyLaws(Matching.STATES, Matching.PROVISIONS);
        Law law = Law.load();
        Eligibility drawn = new Eligibility(
                law,
                Cooperations.load(law.terms(), law.grounds()),
                new TreatyBases(register(states, provisions), provisions),
                OffenceCatalogue.of(laws.elements(), laws.books()));
        questions = questions(states, drawn);
        eligibility = drawn;
    }

    private static List<Asked> questions(List<StateCode> states, Eligibility eligibility) {
        Random chance = new Random(11);
        List<String> measures =
                eligibility.cooperations().all().stream().map(Cooperation::code).toList();
        List<Asked> drawn = new ArrayList<>();
        for (int i = 0; i < PREPARED; i++) {
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

    private static TreatyRegister register(List<StateCode> states, FinalProvisions provisions) {
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
                            Optional.of(LocalDate.parse("2010-05-01"))));
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
                    "drawn by chance",
                    DAY,
                    List.of(
                            treaty("unc", Instrument.Kind.CONVENTION),
                            treaty("budapest", Instrument.Kind.MULTILATERAL),
                            treaty("untoc", Instrument.Kind.MULTILATERAL)),
                    states.stream().map(Asking::participant).toList(),
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

    /// The whole answer: every basis with its reasons, contents, grounds, clocks, penalties under both laws.
    @Benchmark
    public Carries ask() {
        if (eligibility == null) {
            throw new IllegalStateException("Nothing was drawn");
        }
        return eligibility.of(questions.get(next++ & PREPARED - 1)).carries();
    }
}
