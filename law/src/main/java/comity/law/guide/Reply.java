package comity.law.guide;

/// What a person can say to a question.
public enum Reply {
    YES,
    NO,
    NOT_KNOWN
}
