package comity.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.Vector;
import comity.ledger.policy.Policy;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ProofVectorsTest {
    @TestFactory
    Stream<DynamicTest> proof_files() {
        return Vector.tests("proof", vector -> {
            try {
                ProofFile file = ProofFile.parse(vector.body());
                assertThat(Utf8.bytes(file.text())).isEqualTo(vector.body());
                assertThat(verdict(file, vector).code()).isEqualTo(vector.expect());
                assertThat(file.closed().opening()).isEmpty();
            } catch (ProofRefused e) {
                assertThat(e.fault().code()).isEqualTo(vector.expect());
            }
        });
    }

    private static ProofVerdict verdict(ProofFile file, Vector vector) {
        Policy policy = Policy.parse(Utf8.bytes(String.join("\n", vector.texts("policy")) + "\n"));
        Instant now = Instant.parse(vector.text("now"));
        return vector.texts("entry").isEmpty()
                ? file.judge(policy, now)
                : file.judge(vector.hash("entry"), policy, now);
    }
}
