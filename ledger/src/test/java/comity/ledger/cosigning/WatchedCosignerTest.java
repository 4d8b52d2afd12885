package comity.ledger.cosigning;

import static org.assertj.core.api.Assertions.assertThat;

import comity.ledger.Hash;
import comity.ledger.cosigning.WatchedCosigner.Health;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.CosignatureFault;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignedCheckpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WatchedCosignerTest {
    private static final LogKey LOG = LogKey.generate("node.xa.example/ledger");
    private static final Instant NOW = Instant.parse("2027-03-18T02:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final WatchedCosigner fresh = WatchedCosigner.unasked("node.xb.example/cosigner", NOW);

    private static CosignerReply given(long size) {
        SignedCheckpoint checkpoint = LOG.sign(new Checkpoint(LOG.origin(), size, Hash.EMPTY_TREE));
        return new CosignerReply.Given(checkpoint, List.of(), NOW);
    }

    private static Health health(WatchedCosigner cosigner, long ownSize, int minutes) {
        return cosigner.health(ownSize, NOW.plus(Duration.ofMinutes(minutes)), PATIENCE);
    }

    @Nested
    class A_cosigner {
        @Test
        void that_signs_what_we_show_is_good_however_long_nothing_happens() {
            WatchedCosigner signed = fresh.after(given(100), 100, NOW);

            assertThat(signed.askFrom(120)).isEqualTo(100);
            assertThat(health(signed, 100, 100_000)).isEqualTo(Health.GOOD);
            assertThat(health(signed, 120, 100_000)).isEqualTo(Health.GOOD);
        }

        @Test
        void that_does_not_follow_is_behind() {
            WatchedCosigner other = fresh.after(given(100), 100, NOW).after(new CosignerReply.OtherSize(100), 120, NOW);
            assertThat(health(other, 120, 11)).isEqualTo(Health.BEHIND);
            assertThat(health(other, 120, 9)).isEqualTo(Health.GOOD);
            assertThat(health(fresh, 120, 11)).isEqualTo(Health.BEHIND);
        }

        @Test
        void that_is_slow_is_good_for_a_while_and_one_that_is_gone_is_silent_since_it_went() {
            WatchedCosigner gone = fresh.after(given(100), 100, NOW)
                    .afterSilence(NOW.plusSeconds(60))
                    .afterSilence(NOW.plusSeconds(300));

            assertThat(gone.since()).isEqualTo(NOW.plusSeconds(60));
            assertThat(gone.askFrom(120)).isEqualTo(100);
            assertThat(health(gone, 120, 5)).isEqualTo(Health.GOOD);
            assertThat(health(gone, 120, 12)).isEqualTo(Health.SILENT);
            assertThat(fresh.after(new CosignerReply.NotGiven(503), 120, NOW).last())
                    .isEqualTo(WatchedCosigner.Last.SILENT);
            assertThat(health(gone.after(given(120), 120, NOW.plus(PATIENCE)), 120, 12))
                    .isEqualTo(Health.GOOD);
        }

        @Test
        void that_remembers_something_else_is_asked_from_there() {
            WatchedCosigner other = fresh.after(new CosignerReply.OtherSize(70), 100, NOW);

            assertThat(other.askFrom(100)).isEqualTo(70);
            assertThat(health(other, 100, 1)).isEqualTo(Health.GOOD);
        }

        @Test
        void that_forgot_what_it_signed_went_back_and_is_asked_from_what_it_remembers() {
            WatchedCosigner back = fresh.after(given(100), 100, NOW).after(new CosignerReply.OtherSize(70), 110, NOW);

            assertThat(health(back, 110, 0)).isEqualTo(Health.WENT_BACK);
            assertThat(back.askFrom(110)).isEqualTo(70);
        }

        @Test
        void that_remembers_more_than_we_have_accuses_us() {
            WatchedCosigner ahead = fresh.after(new CosignerReply.OtherSize(130), 110, NOW);

            assertThat(health(ahead, 110, 0)).isEqualTo(Health.ACCUSES_US);
            assertThat(health(fresh.after(new CosignerReply.Contradicted(422, "ask-unproved\n"), 110, NOW), 110, 0))
                    .isEqualTo(Health.ACCUSES_US);
        }

        @Test
        void that_says_no_or_lies_is_told_at_once() {
            assertThat(health(fresh.after(new CosignerReply.NotGiven(404), 110, NOW), 110, 0))
                    .isEqualTo(Health.REFUSES);
            assertThat(health(fresh.after(new CosignerReply.Worthless(CosignatureFault.WRONG), 110, NOW), 110, 0))
                    .isEqualTo(Health.REFUSES);
        }
    }
}
