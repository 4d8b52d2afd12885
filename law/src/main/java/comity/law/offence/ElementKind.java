package comity.law.offence;

/// What an element of an offence is about.
public enum ElementKind {
    /// What is done.
    CONDUCT,
    /// To what it is done.
    OBJECT,
    /// What it leads to.
    RESULT,
    /// What the person wanted or knew.
    MENTAL,
    /// What must surround it, for example that it is done without right.
    CIRCUMSTANCE,
    /// How grave it must be.
    THRESHOLD,
    /// What takes the conduct out of the offence.
    EXIT,
    /// The part a person had in it (art. 19).
    PART
}
