package comity.benchmarks.law;

import comity.kernel.StateCode;
import comity.law.Law;
import comity.law.basis.Carries;
import comity.law.basis.TreatyBases;
import comity.law.eligibility.Asked;
import comity.law.eligibility.Cooperations;
import comity.law.eligibility.Eligibility;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.OffenceCatalogue;
import comity.law.treaty.FinalProvisions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// May it be asked? Of two States of two hundred, each time others, with the register of [ManyParties] and every
/// State's book of law.
@State(Scope.Thread)
public class Asking {
    private static final int PREPARED = 1024;

    private List<Asked> questions = List.of();
    private @Nullable Eligibility eligibility;
    private int next;

    @Setup
    public void draw() {
        List<StateCode> states = ManyLaws.states(Matching.STATES);
        FinalProvisions provisions = FinalProvisions.load();
        ManyLaws laws = new ManyLaws(Matching.STATES, Matching.PROVISIONS);
        Law law = Law.load();
        Cooperations cooperations = Cooperations.load(law.terms(), law.grounds());
        eligibility = new Eligibility(
                law,
                cooperations,
                DualCriminalityRules.load(),
                new TreatyBases(ManyParties.register(states, provisions), provisions),
                OffenceCatalogue.of(laws.elements(), laws.books()));
        questions = ManyParties.questions(PREPARED, states, cooperations);
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
