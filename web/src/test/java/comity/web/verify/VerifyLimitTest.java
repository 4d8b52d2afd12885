package comity.web.verify;

import static org.assertj.core.api.Assertions.assertThat;

import comity.testkit.HandClock;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerifyLimitTest {
    private final HandClock clock = HandClock.at("2027-03-13T02:14:00Z");
    private final VerifyLimit limit = new VerifyLimit(3, Duration.ofSeconds(12), clock);

    @Nested
    class One_address {
        @Test
        void may_ask_a_few_times_at_once_and_then_no_more() {
            assertThat(limit.admits("192.0.2.1")).isTrue();
            assertThat(limit.admits("192.0.2.1")).isTrue();
            assertThat(limit.admits("192.0.2.1")).isTrue();
            assertThat(limit.admits("192.0.2.1")).isFalse();
        }

        @Test
        void may_ask_again_when_one_question_is_forgotten() {
            for (int i = 0; i < 4; i++) {
                limit.admits("192.0.2.1");
            }
            clock.advance(Duration.ofSeconds(12));
            assertThat(limit.admits("192.0.2.1")).isTrue();
            assertThat(limit.admits("192.0.2.1")).isFalse();
        }

        @Test
        void takes_nothing_from_another() {
            for (int i = 0; i < 9; i++) {
                limit.admits("192.0.2.1");
            }
            assertThat(limit.admits("192.0.2.2")).isTrue();
        }
    }
}
