package comity.ledger.cosigning;

import java.time.Duration;
import java.time.Instant;

/// What an asker knows of one cosigner from its replies: how far it has signed, and whether anything is
/// wrong with it. A value; each reply makes the next one.
///
/// @param name the cosigner
/// @param signedSize the largest tree of ours that it signed, as far as we know; 0 for none
/// @param since when the state that [#health] tells began: the last signature, or the first reply after
///     it that was none
/// @param last what the last reply was
public record WatchedCosigner(String name, long signedSize, Instant since, Last last) {
    /// What the last reply was.
    public enum Last {
        /// Nothing was asked yet.
        NOTHING,
        /// It signed.
        SIGNED,
        /// It asked for another proof, which is in order.
        OTHER_SIZE,
        /// It remembers less than it has signed: its memory was set back.
        WENT_BACK,
        /// It remembers more than our ledger has: leaves are missing here.
        AHEAD_OF_US,
        /// It says that our ledger contradicts itself.
        CONTRADICTS,
        /// It will not sign.
        REFUSES,
        /// What it sent is no signature of its own.
        WORTHLESS,
        /// It did not answer in time, or could not be reached.
        SILENT
    }

    /// How it stands.
    public enum Health {
        /// It has signed what it was asked for, or is not late with it yet.
        GOOD("cosigner-good"),
        /// It was asked and has not signed for longer than it should take.
        BEHIND("cosigner-behind"),
        /// It does not answer.
        SILENT("cosigner-silent"),
        /// It answers with a no, or with nonsense.
        REFUSES("cosigner-refuses"),
        /// Its memory was set back, so it could sign a second history of somebody.
        WENT_BACK("cosigner-went-back"),
        /// It says that we have lost or rewritten leaves. Either of the two is wrong, and a person must
        /// look.
        ACCUSES_US("cosigner-accuses-us");

        private final String code;

        Health(String code) {
            this.code = code;
        }

        /// The stable word in answers and texts.
        public String code() {
            return code;
        }
    }

    /// A cosigner that was not asked yet.
    public static WatchedCosigner unasked(String name, Instant now) {
        return new WatchedCosigner(name, 0, now, Last.NOTHING);
    }

    /// After a reply.
    ///
    /// @param ownSize the size of our ledger when it was asked
    public WatchedCosigner after(CosignerReply reply, long ownSize, Instant now) {
        return switch (reply) {
            case CosignerReply.Given given ->
                new WatchedCosigner(name, given.checkpoint().checkpoint().size(), now, Last.SIGNED);
            case CosignerReply.OtherSize(long size) when size > ownSize -> now(Last.AHEAD_OF_US, signedSize, now);
            case CosignerReply.OtherSize(long size) when size < signedSize -> now(Last.WENT_BACK, size, now);
            case CosignerReply.OtherSize(long size) -> now(Last.OTHER_SIZE, size, now);
            case CosignerReply.Contradicted _ -> now(Last.CONTRADICTS, signedSize, now);
            case CosignerReply.NotGiven(int status) when status >= 500 || status == 429 -> afterSilence(now);
            case CosignerReply.NotGiven _ -> now(Last.REFUSES, signedSize, now);
            case CosignerReply.Worthless _ -> now(Last.WORTHLESS, signedSize, now);
        };
    }

    /// After a call that got no reply.
    public WatchedCosigner afterSilence(Instant now) {
        return now(Last.SILENT, signedSize, now);
    }

    private WatchedCosigner now(Last next, long size, Instant now) {
        return new WatchedCosigner(name, size, next == last ? since : now, next);
    }

    /// The size to ask from.
    public long askFrom(long ownSize) {
        return Math.min(signedSize, ownSize);
    }

    /// How it stands.
    ///
    /// @param ownSize the size of our ledger now
    /// @param patience how long a cosigner may take
    public Health health(long ownSize, Instant now, Duration patience) {
        boolean late = since.plus(patience).isBefore(now);
        return switch (last) {
            case AHEAD_OF_US, CONTRADICTS -> Health.ACCUSES_US;
            case WENT_BACK -> Health.WENT_BACK;
            case REFUSES, WORTHLESS -> Health.REFUSES;
            case SILENT -> late ? Health.SILENT : Health.GOOD;
            case NOTHING, OTHER_SIZE -> late && signedSize < ownSize ? Health.BEHIND : Health.GOOD;
            // What it has not signed yet it has not been asked yet.
            case SIGNED -> Health.GOOD;
        };
    }
}
