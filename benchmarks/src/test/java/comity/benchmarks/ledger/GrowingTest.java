package comity.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import comity.benchmarks.Growth;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingTest {
    private static List<Growth.Point> points(double first, double last) {
        return List.of(
                new Growth.Point(1_000, first), new Growth.Point(100_000, 99), new Growth.Point(10_000_000, last));
    }

    @Test
    void compares_the_last_value_with_the_first() {
        assertThat(Growing.of(points(2, 4)).orElseThrow().words()).isEqualTo("2.00 ×, at most the logarithm's 2.33 ×");
    }

    @Test
    void says_when_it_is_more_than_the_logarithm() {
        assertThat(Growing.of(points(2, 5)).orElseThrow().words())
                .isEqualTo("2.50 ×, more than the logarithm's 2.33 ×");
    }

    @Test
    void says_nothing_of_a_single_size() {
        assertThat(Growing.of(List.of(new Growth.Point(1_000, 2)))).isEmpty();
    }

    @Test
    void draws_the_logarithm_from_where_another_line_begins() {
        List<Growth.Point> drawn = Growing.asLogarithm(points(3, 4)).points();
        assertThat(drawn.getFirst().value()).isEqualTo(3);
        assertThat(drawn.getLast().value()).isCloseTo(7, within(1e-9));
    }
}
