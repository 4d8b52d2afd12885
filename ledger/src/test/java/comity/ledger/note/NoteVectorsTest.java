package comity.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import comity.ledger.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class NoteVectorsTest {
    @TestFactory
    Stream<DynamicTest> notes_and_checkpoints() {
        return Vector.tests("note", vector -> assertThat(verdict(vector)).isEqualTo(vector.expect()));
    }

    private static String verdict(Vector vector) {
        try {
            SignedCheckpoint read = SignedCheckpoint.open(vector.body(), VerifierKey.parse(vector.text("key")));
            // Whatever is accepted is passed on byte for byte.
            assertThat(read.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(vector.body());
            assertThat(read.checkpoint().text()).isEqualTo(read.note().text());
            return "genuine";
        } catch (NoteRefused e) {
            return e.fault().code();
        }
    }
}
