package comity.federation.recall;

import static org.assertj.core.api.Assertions.assertThat;

import comity.federation.Await;
import comity.federation.Handling;
import comity.federation.House;
import comity.federation.IncomingLetter;
import comity.federation.LetterHandler;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.ledger.LeafPlace;
import comity.testkit.HandClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecallTest {
    private final HandClock clock = HandClock.at("2027-03-14T02:41:00Z");
    private House arvenia;
    private House belmora;
    private Recall recall;

    @BeforeEach
    void build() {
        List<House> houses = House.of(clock, "XA", "XB");
        arvenia = houses.get(0);
        belmora = houses.get(1);
        recall = new Recall(arvenia.state, arvenia.directory, arvenia.outbox, arvenia.transactions(), clock);
    }

    @AfterEach
    void close() {
        arvenia.close();
        belmora.close();
    }

    private long count(String sql) {
        return arvenia.database.reader().number(sql);
    }

    /// Belmora writes to Arvenia's node.
    private Handling take(String kind, String body) {
        LetterHandler handler = recall.handlers().stream()
                .filter(known -> known.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return arvenia.transactions().write(tx -> handler.handle(tx, letter(kind, body)));
    }

    private IncomingLetter letter(String kind, String body) {
        return new IncomingLetter(
                UUID.randomUUID(),
                belmora.state,
                kind,
                1,
                "recall-1",
                1,
                clock.instant(),
                Utf8.bytes(body),
                new LeafPlace(0, "0".repeat(64)),
                "");
    }

    @Nested
    class A_State_that_asks {
        @BeforeEach
        void write() {
            arvenia.startCourier();
            for (int number = 1; number <= 3; number++) {
                arvenia.write(belmora, "T-1", "letter " + number);
            }
            Await.until("all receipts have come", () -> arvenia.heard().size() == 3);
            arvenia.stopCourier();
        }

        @Test
        void gets_every_letter_again_whose_place_it_has_lost() {
            long lost = belmora.came.get(1).place().index();
            assertThat(take(Recall.ASK, "{\"from\":%d}".formatted(lost))).isEqualTo(Handling.accepted());
            assertThat(count("select count(*) from federation.waiting where thread = 'T-1'"))
                    .isEqualTo(2);
            assertThat(count("select min(number) from federation.waiting where thread = 'T-1'"))
                    .isEqualTo(2);
        }

        @Test
        void and_asks_again_changes_nothing_and_what_it_has_is_answered_as_at_first() {
            take(Recall.ASK, "{\"from\":0}");
            take(Recall.ASK, "{\"from\":0}");
            assertThat(count("select count(*) from federation.waiting where thread = 'T-1'"))
                    .isEqualTo(3);
            arvenia.startCourier();
            Await.until(
                    "all have gone again",
                    () -> count("select count(*) from federation.waiting where thread = 'T-1'") == 0);
            assertThat(belmora.texts()).containsExactly("letter 1", "letter 2", "letter 3");
        }
    }

    @Nested
    class The_number_of_the_next_letter {
        private long next(String thread) {
            UUID letter = arvenia.write(belmora, thread, "next");
            return count("select number from federation.letter_out where id = '%s'".formatted(letter));
        }

        @Test
        void follows_what_the_other_State_holds() {
            assertThat(take(Recall.NUMBERS, "{\"threads\":{\"T-1\":7}}")).isEqualTo(Handling.accepted());
            assertThat(next("T-1")).isEqualTo(8);
            assertThat(next("T-1")).isEqualTo(9);
            assertThat(next("T-2")).isEqualTo(1);
        }

        @Test
        void never_sinks() {
            take(Recall.NUMBERS, "{\"threads\":{\"T-1\":7}}");
            take(Recall.NUMBERS, "{\"threads\":{\"T-1\":2}}");
            assertThat(next("T-1")).isEqualTo(8);
        }
    }

    @Nested
    class A_loss {
        @Test
        void is_asked_about_once_with_every_State_that_has_a_node() {
            recall.ask();
            assertThat(count("select count(*) from federation.letter_out")).isZero();
            arvenia.transactions().write((Transaction tx) -> {
                Recall.note(tx, 5, clock.instant());
                return tx;
            });
            recall.ask();
            recall.ask();
            assertThat(count("select count(*) from federation.letter_out where kind = 'letters.recall'"))
                    .isEqualTo(1);
        }
    }

    @Nested
    class A_letter_that_makes_no_sense {
        @Test
        void is_refused_with_a_name_and_changes_nothing() {
            for (String body : List.of("", "[]", "{}", "{\"from\":-1}", "{\"from\":\"x\"}", "{\"from\":1e40}")) {
                assertThat(take(Recall.ASK, body))
                        .describedAs(body)
                        .isInstanceOfSatisfying(
                                Handling.Refused.class,
                                no -> assertThat(no.code()).isEqualTo("recall-malformed"));
            }
            for (String body : List.of(
                    "not json",
                    "{\"threads\":{\"T 1\":1}}",
                    "{\"threads\":{\"T-1\":0}}",
                    "{\"threads\":{\"T-1\":\"1\"}}")) {
                assertThat(take(Recall.NUMBERS, body))
                        .describedAs(body)
                        .isInstanceOfSatisfying(
                                Handling.Refused.class,
                                no -> assertThat(no.code()).isEqualTo("numbers-malformed"));
            }
            assertThat(count("select count(*) from federation.thread_floor")).isZero();
            assertThat(count("select count(*) from federation.letter_out")).isZero();
        }
    }
}
