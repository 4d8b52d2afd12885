package comity.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.Vector;
import comity.ledger.note.SignedNote;
import comity.ledger.policy.Judgement.Count;
import comity.ledger.policy.Judgement.NotOfTheLog;
import comity.ledger.policy.Judgement.Weighed;
import comity.ledger.policy.Judgement.Word;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PolicyVectorsTest {
    @TestFactory
    Stream<DynamicTest> policies() {
        return Vector.tests("policy", vector -> {
            try {
                Policy policy = Policy.parse(vector.body());
                assertThat("policy").isEqualTo(vector.expect());
                assertThat(policy.text().lines()).containsExactlyElementsOf(vector.texts("line"));
                assertThat(Policy.parse(Utf8.bytes(policy.text()))).isEqualTo(policy);
            } catch (PolicyRefused e) {
                assertThat(e.fault().code()).isEqualTo(vector.expect());
                assertThat(e.line()).isEqualTo(vector.number("line"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> judgements() {
        return Vector.tests("judgement", vector -> {
            Policy policy = Policy.parse(Utf8.bytes(String.join("\n", vector.texts("policy")) + "\n"));
            Judgement judgement = policy.judge(SignedNote.parse(vector.body()), Instant.parse(vector.text("now")));
            switch (judgement) {
                case Weighed weighed -> {
                    assertThat(judgement.isGood() ? "good" : "not-enough").isEqualTo(vector.expect());
                    assertThat(weighed.signed().stream().map(Word::name).toList())
                            .isEqualTo(vector.texts("signed"));
                    assertThat(counted(weighed.quorum())).isEqualTo(vector.text("reached"));
                    assertThat(weighed.cosigners()).hasSameSizeAs(policy.cosigners());
                }
                case NotOfTheLog(var fault) -> {
                    assertThat(fault.code()).isEqualTo(vector.expect());
                    assertThat(judgement.isGood()).isFalse();
                    assertThat(List.of()).isEqualTo(vector.texts("signed"));
                }
            }
        });
    }

    private static String counted(Count count) {
        return "%d of %d, %d needed".formatted(count.signed().size(), count.members(), count.needed());
    }
}
