package comity.benchmarks.law;

import static org.assertj.core.api.Assertions.assertThat;

import comity.law.matching.Answer.Kind;
import comity.law.matching.Matcher;
import comity.law.offence.OffenceCatalogue;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NaiveScanTest {
    @Nested
    class The_rival {
        private final ManyLaws laws = new ManyLaws(12, 60);
        private final Matcher matcher = new Matcher(OffenceCatalogue.of(laws.elements(), laws.books()));
        private final NaiveScan scan = new NaiveScan(laws.elements(), laws.books());

        @Test
        void gives_the_same_answers_and_all_four_of_them() {
            Set<Kind> seen = EnumSet.noneOf(Kind.class);
            for (ManyLaws.Question question : laws.questions(3000)) {
                Kind answer = matcher.match(question.conduct(), question.first(), question.second(), question.day())
                        .answer()
                        .kind();
                assertThat(scan.answer(question)).as("%s", question).isEqualTo(answer);
                seen.add(answer);
            }
            assertThat(seen).containsExactlyInAnyOrder(Kind.values());
        }
    }
}
