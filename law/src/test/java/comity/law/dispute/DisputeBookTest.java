package comity.law.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.dispute.DisputeBook.Reading;
import comity.law.offence.ProvisionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisputeBookTest {
    private static final StateCode XA = new StateCode("XA");
    private static final Optional<StateCode> XB = Optional.of(new StateCode("XB"));
    private static final ProvisionId NINE = new ProvisionId("XA.cyber.9");
    private static final LocalDate DAY = LocalDate.of(2027, 2, 28);
    private static final Dispute DISPUTE = new Dispute(NINE, XB, DAY, "The text has \"seriously\" since 2026.");

    private static List<String> complaints(String... cells) {
        String book = """
                {"format": "comity-disputes/1", "disputes": [{%s}]}""".formatted(String.join(", ", cells));
        return DisputeBook.read(XA, Utf8.bytes(book)) instanceof Reading.Refused(List<Complaint> found)
                ? found.stream().map(one -> one.pointer() + " " + one.code()).toList()
                : List.of();
    }

    @Test
    void what_is_written_is_read_again_whoever_disputes() {
        DisputeBook book = DisputeBook.empty()
                .with(DISPUTE)
                .with(new Dispute(NINE, Optional.empty(), DAY, "The translation is of another article."));
        assertThat(DisputeBook.read(XA, book.write())).isEqualTo(new Reading.Whole(book));
        assertThat(book.of(NINE)).hasSize(2);
        assertThat(book.of(new ProvisionId("XA.cyber.10"))).isEmpty();
    }

    @Test
    void whoever_disputes_an_entry_again_says_it_once_and_may_take_it_back() {
        Dispute later = new Dispute(NINE, XB, DAY.plusDays(1), "And the penalty is six years.");
        DisputeBook book = DisputeBook.empty().with(DISPUTE).with(later);
        assertThat(book.disputes()).containsExactly(later);
        assertThat(book.without(Optional.empty(), NINE)).isEqualTo(book);
        assertThat(book.without(XB, NINE)).isEqualTo(DisputeBook.empty());
        assertThat(book.differsOnlyIn(XB, DisputeBook.empty())).isTrue();
        assertThat(book.differsOnlyIn(Optional.of(XA), DisputeBook.empty())).isFalse();
    }

    @Test
    void every_cell_that_is_wrong_is_named_and_nothing_is_taken() {
        String provision = "\"provision\": \"XA.cyber.9\"";
        String by = "\"by\": \"XB\"";
        String on = "\"on\": \"2027-02-28\"";
        String reason = "\"reason\": \"Wrong.\"";
        assertThat(complaints(provision, by, on, reason)).isEmpty();
        assertThat(complaints("\"provision\": \"XB.cyber.9\"", "\"by\": \"B\"", "\"on\": \"2027-02-29\""))
                .containsExactly(
                        "/disputes/0/provision provision-unknown",
                        "/disputes/0/by state-unknown",
                        "/disputes/0/on not-a-date",
                        "/disputes/0/reason is-missing");
        assertThat(complaints(provision, by, on, "\"reason\": \"" + "x".repeat(1001) + "\""))
                .containsExactly("/disputes/0/reason too-long");
        assertThat(complaints(provision, by, on, "\"reason\": \"a\\u202eb\""))
                .containsExactly("/disputes/0/reason hidden-signs");
        assertThat(complaints(provision, by, on, reason, "\"wrong\": 1")).containsExactly("/disputes/0 field-unknown");
        assertThat(complaints(provision, by, on, reason + "}, {" + provision, by, on, reason))
                .containsExactly("/disputes dispute-twice");
        assertThat(DisputeBook.read(XA, Utf8.bytes("[1]"))).isInstanceOf(Reading.Refused.class);
        assertThat(DisputeBook.read(XA, Utf8.bytes("{"))).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void its_name_says_whose_entries_it_is_about() {
        assertThat(DisputeBook.name(XA)).isEqualTo("disputes/XA");
        assertThat(DisputeBook.state("disputes/XA")).contains(XA);
        assertThat(DisputeBook.state("law/XA")).isEmpty();
    }
}
