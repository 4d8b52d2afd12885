package comity.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import comity.ledger.Vector;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CosignatureVectorsTest {
    @TestFactory
    Stream<DynamicTest> cosignatures() {
        return Vector.tests("cosignature", vector -> {
            SignedCheckpoint checkpoint =
                    SignedCheckpoint.open(vector.body(), VerifierKey.parse(vector.text("logKey")));
            VerifierKey key = VerifierKey.parse(vector.text("key"));
            switch (Cosignature.of(checkpoint, key, Instant.parse(vector.text("now")))) {
                case Cosignature.Signed signed -> {
                    assertThat(signed.isDated() ? "signed" : "undated").isEqualTo(vector.expect());
                    assertThat(signed.isDated() ? List.of(signed.at().toString()) : List.of())
                            .isEqualTo(vector.texts("at"));
                }
                case Cosignature.NotSigned(CosignatureFault fault) ->
                    assertThat(fault.code()).isEqualTo(vector.expect());
            }
        });
    }
}
