package comity.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Nested
    class A_median {
        @Test
        void of_three_is_the_one_in_the_middle() {
            assertThat(Quantiles.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
        }

        @Test
        void of_four_is_between_the_two_in_the_middle() {
            assertThat(Quantiles.median(List.of(1.0, 2.0, 4.0, 100.0))).isEqualTo(3.0);
        }

        @Test
        void of_nothing_is_zero() {
            assertThat(Quantiles.median(List.of())).isZero();
        }
    }

    @Nested
    class A_quantile {
        private final long[] hundred =
                java.util.stream.LongStream.rangeClosed(1, 100).toArray();

        @Test
        void is_a_value_that_was_measured() {
            assertThat(Quantiles.of(hundred, 0.50)).isEqualTo(50);
            assertThat(Quantiles.of(hundred, 0.99)).isEqualTo(99);
            assertThat(Quantiles.of(hundred, 1.0)).isEqualTo(100);
        }

        @Test
        void of_one_value_is_that_value() {
            assertThat(Quantiles.of(new long[] {7}, 0.99)).isEqualTo(7);
        }
    }
}
