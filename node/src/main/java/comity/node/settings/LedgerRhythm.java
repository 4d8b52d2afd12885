package comity.node.settings;

import java.time.Duration;

/// How a node shows that its ledger has grown (docs/safeguards/what-the-ledger-reveals.md).
///
/// @param roundTo the published size is a multiple of this, filled up with leaves that stand for
///     nothing, and grows in each round; 1 hides nothing
/// @param every how long a round is
public record LedgerRhythm(int roundTo, Duration every) {
    static final int MOST = 4096;
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofDays(1);

    /// Everything is shown half a second after it is written.
    public static final LedgerRhythm AT_ONCE = new LedgerRhythm(1, SHORTEST);

    /// @throws IllegalArgumentException when one of the two makes no sense
    public LedgerRhythm {
        if (!isSize(roundTo) || !isRound(every)) {
            throw new IllegalArgumentException("No ledger grows to a multiple of " + roundTo + " each " + every);
        }
    }

    static boolean isSize(int roundTo) {
        return roundTo >= 1 && roundTo <= MOST;
    }

    static boolean isRound(Duration every) {
        return every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0;
    }
}
