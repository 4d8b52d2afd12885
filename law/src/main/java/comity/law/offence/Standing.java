package comity.law.offence;

/// How an element stands in the Convention.
public enum Standing {
    /// The offence is not complete without it, and a State's law must reach it.
    REQUIRED,
    /// A State may demand it in addition (*may require*).
    MAY_REQUIRE,
    /// The Convention itself takes this conduct out of the offence.
    EXCLUDED,
    /// A State may take this conduct out of the offence.
    MAY_EXCLUDE,
    /// A State may make this punishable, and need not (art. 19(2) and (3)).
    MAY_PUNISH;

    /// Whether conduct leaves the offence by this element.
    public boolean isExit() {
        return this == EXCLUDED || this == MAY_EXCLUDE;
    }
}
