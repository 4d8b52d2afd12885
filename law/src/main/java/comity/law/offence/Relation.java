package comity.law.offence;

/// How a provision stands to an element.
public enum Relation {
    /// It reaches the element. For an element that a State *may require*: it does require it; for an exit: it has it.
    COVERS,
    /// It reaches the element only where a further fact is shown.
    COVERS_AND_DEMANDS_MORE,
    /// It does not reach the element; for what a State may require or exclude: it does not.
    LACKS,
    /// Nobody has compared them.
    NOT_KNOWN
}
