package comity.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
    private static final ClosedLoop.Plan SHORT =
            new ClosedLoop.Plan(4, Duration.ofMillis(20), 2, Duration.ofMillis(300));

    @Nested
    class A_loop {
        @Test
        void gives_every_call_a_number_of_its_own() throws InterruptedException {
            Set<Long> numbers = ConcurrentHashMap.newKeySet();
            Set<Integer> senders = ConcurrentHashMap.newKeySet();
            var outcome = ClosedLoop.run(SHORT, (sender, number) -> {
                Thread.sleep(1);
                senders.add(sender);
                assertThat(numbers.add(number)).isTrue();
            });
            assertThat(outcome.failures()).isZero();
            assertThat(outcome.all()).isEqualTo(numbers.size());
            assertThat(senders).containsExactlyInAnyOrder(0, 1, 2, 3);
            assertThat(outcome.perSecond()).hasSize(2);
        }

        @Test
        void counts_failures_apart_and_keeps_the_first() throws InterruptedException {
            var outcome = ClosedLoop.run(SHORT, (_, _) -> {
                Thread.sleep(1);
                throw new IOException("refused");
            });
            assertThat(outcome.all()).isZero();
            assertThat(outcome.failures()).isPositive();
            assertThat(outcome.firstFailure()).contains("refused");
            assertThat(outcome.medianPerSecond()).isZero();
        }
    }

    @Nested
    class A_plan {
        @Test
        void survives_its_way_over_a_command_line() {
            assertThat(ClosedLoop.Plan.ofWords(List.of(SHORT.asWords().split(" "))))
                    .isEqualTo(SHORT);
        }
    }

    @Nested
    class A_payload {
        @Test
        void has_the_promised_size_whatever_its_number() {
            assertThat(Payload.json(0)).hasSize(Payload.BYTES);
            assertThat(Payload.json(Long.MAX_VALUE)).hasSize(Payload.BYTES).isNotEqualTo(Payload.json(1));
        }
    }
}
