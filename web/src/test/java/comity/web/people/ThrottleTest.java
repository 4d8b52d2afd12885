package comity.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import comity.testkit.HandClock;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final HandClock clock = HandClock.at("2027-03-13T02:14:00Z");
    private final Throttle throttle = new Throttle(2, Duration.ofSeconds(2), Duration.ofMinutes(1), clock);

    @Nested
    class Guessing {
        @Test
        void costs_nothing_for_the_first_slips() {
            fail(2);
            assertThat(throttle.wait("anna")).isEmpty();
        }

        @Test
        void waits_twice_as_long_each_time_up_to_a_limit() {
            fail(3);
            assertThat(throttle.wait("anna")).contains(Duration.ofSeconds(2));
            fail(1);
            assertThat(throttle.wait("anna")).contains(Duration.ofSeconds(4));
            fail(60);
            assertThat(throttle.wait("anna")).contains(Duration.ofMinutes(1));
        }

        @Test
        void goes_on_when_the_time_has_passed() {
            fail(3);
            clock.advance(Duration.ofSeconds(2));
            assertThat(throttle.wait("anna")).isEmpty();
        }

        @Test
        void is_forgotten_after_a_success() {
            fail(10);
            throttle.succeeded("anna");
            assertThat(throttle.wait("anna")).isEmpty();
        }

        @Test
        void under_one_name_does_not_slow_another() {
            fail(10);
            assertThat(throttle.wait("boris")).isEmpty();
        }

        private void fail(int times) {
            for (int i = 0; i < times; i++) {
                throttle.failed("anna");
            }
        }
    }
}
