package comity.law.basis;

/// Whether a treaty carries what is asked, the best first.
public enum Carries {
    YES,
    /// It does when the facts that the reasons name are shown.
    WITH_FACTS,
    /// It cannot be told from what is recorded.
    NOT_KNOWN,
    NO;

    /// The weaker of two.
    public Carries and(Carries other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
