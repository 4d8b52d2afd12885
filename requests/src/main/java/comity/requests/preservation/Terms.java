package comity.requests.preservation;

/// What clocks do by themselves: alarms before an end, breaches, the end of a term.
public final class Terms {
    /// Does what is due by now and returns how many cases it touched. Doing it twice changes nothing more.
    public int tick() {
        throw new UnsupportedOperationException("not built yet");
    }
}
