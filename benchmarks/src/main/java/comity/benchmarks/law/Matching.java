package comity.benchmarks.law;

import comity.law.matching.Answer;
import comity.law.matching.Matcher;
import comity.law.offence.Elements;
import comity.law.offence.OffenceCatalogue;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Questions about two States of two hundred, each time another one.
@State(Scope.Thread)
public class Matching {
    static final int STATES = 200;
    static final int PROVISIONS = 100;
    private static final int PREPARED = 1024;

    private List<ManyLaws.Question> questions = List.of();
    private Matcher matcher = new Matcher(OffenceCatalogue.empty(Elements.load()));
    private NaiveScan scan = new NaiveScan(Elements.load(), List.of());
    private int next;

    @Setup
    public void draw() {
        ManyLaws laws = new ManyLaws(STATES, PROVISIONS);
        questions = laws.questions(PREPARED);
        matcher = new Matcher(OffenceCatalogue.of(laws.elements(), laws.books()));
        scan = new NaiveScan(laws.elements(), laws.books());
    }

    private ManyLaws.Question question() {
        return questions.get(next++ & PREPARED - 1);
    }

    /// The whole opinion: table, reasons, confidence, and the answer.
    @Benchmark
    public Answer.Kind match() {
        ManyLaws.Question question = question();
        return matcher.match(question.conduct(), question.first(), question.second(), question.day())
                .answer()
                .kind();
    }

    /// The answer alone, by looking through all provisions.
    @Benchmark
    public Answer.Kind scan() {
        return scan.answer(question());
    }
}
