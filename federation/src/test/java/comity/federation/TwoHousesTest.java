package comity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import comity.testkit.HandClock;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Two States joined by a real connection.
class TwoHousesTest {
    private final HandClock clock = HandClock.at(Clock.systemUTC().instant());
    private List<House> houses = List.of();
    private House arvenia;
    private House belmora;

    @BeforeEach
    void build() {
        houses = House.of(clock, "XA", "XB");
        arvenia = houses.get(0);
        belmora = houses.get(1);
    }

    @AfterEach
    void close() {
        houses.forEach(House::close);
    }

    @Nested
    class A_letter {
        @Test
        void arrives_and_its_receipt_comes_back() {
            arvenia.startCourier();
            UUID letter = arvenia.write(belmora, "T-1", "please keep this");
            Await.until("a receipt is heard", () -> !arvenia.heard().isEmpty());
            Receipt receipt = arvenia.heard().getFirst();
            assertThat(belmora.texts()).containsExactly("please keep this");
            assertThat(receipt.letter()).isEqualTo(letter);
            assertThat(receipt.event()).isEqualTo(Receipt.Event.RELAY_ACCEPTED);
            assertThat(receipt.place()).contains(belmora.came.getFirst().place());
        }
    }
}
