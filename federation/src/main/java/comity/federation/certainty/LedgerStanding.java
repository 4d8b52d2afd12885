package comity.federation.certainty;

import comity.kernel.StateCode;
import java.time.Instant;

/// How the ledger of another State stood when it was last looked at.
///
/// @param size of its published tree, as far as it was good; 0 when nothing was
/// @param since when it is so
public record LedgerStanding(StateCode peer, Word word, long size, Instant since) {
    /// What a look showed.
    public enum Word {
        /// Enough cosigners have signed it, and it continues what its receipts showed.
        GOOD("ledger-good"),
        /// It continues what its receipts showed, but too few cosigners have signed it yet.
        TOO_FEW_COSIGNERS("ledger-too-few-cosigners"),
        /// It shows fewer leaves than a receipt did: its files are late, or leaves were lost.
        BEHIND("ledger-behind"),
        /// It did not answer.
        SILENT("ledger-silent"),
        /// The directory names too few cosigners for any checkpoint of it to be good.
        NO_POLICY("ledger-no-policy"),
        /// Its files are missing, torn or false, or its key is not the directory's.
        UNUSABLE("ledger-unusable"),
        /// It has two histories, and the evidence is kept.
        FORKED("ledger-forked");

        private final String code;

        Word(String code) {
            this.code = code;
        }

        /// The stable word in answers and texts.
        public String code() {
            return code;
        }
    }

    /// The same ledger after another look.
    LedgerStanding after(Word next, long newSize, Instant now) {
        return new LedgerStanding(peer, next, newSize, next == word ? since : now);
    }
}
