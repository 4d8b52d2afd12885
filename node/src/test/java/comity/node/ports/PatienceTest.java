package comity.node.ports;

import static org.assertj.core.api.Assertions.assertThat;

import comity.testkit.HandClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// How long, and how often at once, the letters port listens to one peer.
class PatienceTest {
    private final HandClock clock = HandClock.at("2027-03-13T01:26:00Z");
    private final BodyInTime bodies = new BodyInTime(clock, Duration.ofSeconds(20), 100);

    /// One byte a second.
    private final class Drip extends InputStream {
        @Override
        public int read() {
            clock.advance(Duration.ofSeconds(1));
            return 'a';
        }

        @Override
        public int read(byte[] target, int from, int length) {
            target[from] = (byte) read();
            return length == 0 ? 0 : 1;
        }
    }

    @Nested
    class A_body {
        @Test
        void is_read_to_its_end() throws IOException {
            assertThat(bodies.read(new ByteArrayInputStream(new byte[42])).orElseThrow())
                    .hasSize(42);
            assertThat(bodies.read(new ByteArrayInputStream(new byte[0])).orElseThrow())
                    .isEmpty();
        }

        @Test
        void is_read_no_further_than_anybody_needs() throws IOException {
            assertThat(bodies.read(new ByteArrayInputStream(new byte[5000])).orElseThrow())
                    .hasSize(100);
        }

        @Test
        void that_drips_is_given_up() throws IOException {
            assertThat(bodies.read(new Drip())).isEmpty();
        }
    }

    @Nested
    class A_peer {
        @Test
        void has_so_many_places_and_takes_none_of_the_others() {
            Places places = new Places(2);
            assertThat(places.enter("XA")).isTrue();
            assertThat(places.enter("XA")).isTrue();
            assertThat(places.enter("XA")).isFalse();
            assertThat(places.enter("XB")).isTrue();
            places.leave("XA");
            assertThat(places.enter("XA")).isTrue();
        }
    }
}
