package comity.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import comity.api.ledger.LedgerPlace;
import comity.api.request.Letters.Letter;
import comity.api.request.Letters.Receipt;
import comity.cli.verb.LetterWalk.Told;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LetterDifferenceTest {
    private static final Instant AT = Instant.parse("2027-03-13T02:14:00Z");
    private static final LedgerPlace OURS = new LedgerPlace(7, "ab".repeat(32));
    private static final LedgerPlace THEIRS = new LedgerPlace(9, "cd".repeat(32));

    private static Told told(
            String id, String direction, String peer, String digest, LedgerPlace place, @Nullable Receipt receipt) {
        return new Told(
                "XA.PRS.2027.000318-W",
                new Letter(id, direction, "preservation.request", peer, AT, digest, place, receipt));
    }

    private static Told sent(@Nullable Receipt receipt) {
        return told("1", "out", "XB", "d1", OURS, receipt);
    }

    private static Told received(String digest) {
        return told("1", "in", "XA", digest, THEIRS, null);
    }

    private static Receipt receipt(String outcome, @Nullable LedgerPlace place) {
        return new Receipt(outcome, AT, null, place, null);
    }

    private static List<String> codes(List<Told> first, List<Told> second) {
        List<String> codes = LetterDifference.between("XA", first, "XB", second).stream()
                .map(LetterDifference::code)
                .toList();
        assertThat(LetterDifference.between("XB", second, "XA", first).stream().map(LetterDifference::code))
                .as("whoever is asked first")
                .containsExactlyInAnyOrderElementsOf(codes);
        return codes;
    }

    @Nested
    class Two_nodes {
        private final Told accepted = sent(receipt("relay-accepted", THEIRS));

        @Test
        void that_say_the_same_do_not_differ() {
            Told toAnother = told("2", "out", "XC", "d2", OURS, null);
            Told refused = told("3", "out", "XB", "d3", OURS, receipt("relay-rejected", null));

            assertThat(codes(List.of(accepted, toAnother, refused), List.of(received("d1"))))
                    .isEmpty();
        }

        @Test
        void differ_over_a_letter_that_one_does_not_know() {
            assertThat(codes(List.of(accepted), List.of())).containsExactly("missing");
            assertThat(codes(List.of(), List.of(received("d1")))).containsExactly("not-sent");
        }

        @Test
        void differ_over_content_and_place() {
            assertThat(codes(List.of(accepted), List.of(received("d9")))).containsExactly("other-content");
            assertThat(codes(List.of(sent(receipt("relay-accepted", OURS))), List.of(received("d1"))))
                    .containsExactly("other-place");
        }

        @Test
        void do_not_differ_for_long_over_what_is_under_way() {
            List<Told> underWay = List.of(sent(receipt("submission-accepted", null)));

            assertThat(codes(underWay, List.of())).containsExactly("under-way");
            assertThat(codes(underWay, List.of(received("d1")))).containsExactly("receipt-missing");
            assertThat(LetterDifference.between("XA", underWay, "XB", List.of()))
                    .allMatch(LetterDifference::isPassing);
            assertThat(LetterDifference.between("XA", List.of(accepted), "XB", List.of()))
                    .noneMatch(LetterDifference::isPassing);
        }
    }
}
