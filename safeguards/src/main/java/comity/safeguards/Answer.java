package comity.safeguards;

/// What a person answered to a question that only a person can answer.
public enum Answer {
    /// Nobody has answered yet. Every question starts here; nothing in the program moves it.
    NOT_GIVEN,
    NO,
    YES,
    /// The person looked and cannot tell: a lawful answer.
    UNKNOWN
}
