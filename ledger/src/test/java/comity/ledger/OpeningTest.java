package comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OpeningTest {
    @TestFactory
    Stream<DynamicTest> agrees_with_the_vectors() {
        return Vector.tests("commitment", vector -> {
            switch (vector.expect()) {
                case "opens" -> assertThat(opened(vector)).isEqualTo(vector.hash("commitment"));
                case "opens-not" -> assertThat(opened(vector)).isNotEqualTo(vector.hash("commitment"));
                default -> assertThatThrownBy(() -> opened(vector)).isInstanceOf(IllegalArgumentException.class);
            }
        });
    }

    private static Hash opened(Vector vector) {
        return new Opening(vector.bytes("salt"), vector.bytes("event")).commitment();
    }

    @Nested
    class An_opening {
        private final byte[] event = Utf8.bytes("+1 202 555 0143");

        @Test
        void cannot_be_changed_from_outside() {
            Opening opening = Opening.fresh(new SecureRandom(), event);
            Hash before = opening.commitment();

            event[0]++;
            opening.event()[0]++;
            opening.salt()[0]++;

            assertThat(opening.commitment()).isEqualTo(before);
        }

        @Test
        void does_not_say_what_it_holds() {
            Opening opening = Opening.fresh(new SecureRandom(), event);
            // All that it says: in a commitment any three digits may stand by chance.
            assertThat(opening).hasToString("Opening of " + opening.commitment());
        }
    }
}
