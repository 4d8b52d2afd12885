package comity.ledger.policy;

/// Why a policy is refused.
public enum PolicyFault {
    /// Larger than any policy is, or with more logs, cosigners or groups than are read.
    TOO_LARGE("policy-too-large"),
    /// Not UTF-8, with control characters other than tab and line end, or without a line end at the end.
    NOT_TEXT("policy-not-text"),
    /// A line that begins with no word of a policy.
    UNKNOWN_WORD("policy-unknown-word"),
    /// A line with too few or too many items.
    WRONG_ITEMS("policy-wrong-items"),
    /// Not a key, or of a kind that does not sign for a log or for a cosigner.
    BAD_KEY("policy-bad-key"),
    /// Two logs or two cosigners with one key.
    KEY_TWICE("policy-key-twice"),
    /// A name that stands for something already; `none` always does.
    NAME_TWICE("policy-name-twice"),
    /// A name that nothing on an earlier line has.
    UNKNOWN_NAME("policy-unknown-name"),
    /// A member that is in this or another group already, so that it would count twice.
    MEMBER_TWICE("policy-member-twice"),
    /// A group that needs no member, or more than it has.
    BAD_THRESHOLD("policy-bad-threshold"),
    /// No quorum, or a second one.
    NOT_ONE_QUORUM("policy-not-one-quorum");

    private final String code;

    PolicyFault(String code) {
        this.code = code;
    }

    /// The stable word in vectors, problems and texts.
    public String code() {
        return code;
    }
}
