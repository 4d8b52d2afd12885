package comity.federation.inbox;

/// How much one peer may send.
///
/// @param callsPerSecond how many envelopes a second, over time
/// @param burst how many at once after a pause
public record InboxSettings(double callsPerSecond, int burst) {
    /// Far more than a State writes, and little enough that one peer cannot keep a node from the others.
    public static final InboxSettings USUAL = new InboxSettings(5_000, 10_000);
}
