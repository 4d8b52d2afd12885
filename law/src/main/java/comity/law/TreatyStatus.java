package comity.law;

/// Where a State stands towards the Convention. Kept by the secretariat in the registry's list.
public enum TreatyStatus {
    /// Bound: the Convention is in force for this State (art. 65).
    PARTY,
    /// Has signed; not bound yet (art. 64).
    SIGNATORY,
    /// Neither signed nor bound.
    NEITHER,
    /// A regional economic integration organization: bound within its competence, not counted among the forty
    /// instruments (art. 65(1)).
    ORGANIZATION;

    /// Whether the Convention itself can carry a request to or from this participant.
    public boolean isBound() {
        return this == PARTY || this == ORGANIZATION;
    }
}
