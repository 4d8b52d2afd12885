package comity.safeguards;

/// What a person does to a case. Which roles may is in `Competences`.
public enum Act {
    DRAFT,
    ASK_PRESERVATION,
    SUPPLEMENT,
    CHOOSE_AFTER_RISK,
    ASK_EXTENSION,
    LINK_ASSISTANCE,
    WITHDRAW,
    ACKNOWLEDGE,
    ASK_MORE,
    NOTICE_RISK,
    CONSULT,
    REFUSE_PRESERVATION,
    ORDER_PRESERVATION,
    CONFIRM_PRESERVED,
    RENEW_ORDER,
    ANSWER_EXTENSION,
    HOLD,
    RELEASE,
    ASK_EMERGENCY,
    /// Gives what averts an emergency, or keeps it until an ordinary request comes.
    ANSWER_EMERGENCY,
    DECLINE_EMERGENCY,
    /// Looks again at what was asked and given in an emergency.
    REVIEW_EMERGENCY,
    /// Puts together what an order at home covers.
    COLLECT_EXHIBIT,
    /// Gives another State what was collected.
    HAND_OVER,
    /// Looks into what another State handed over.
    OPEN_EXHIBIT,
    /// Compares an exhibit with its seal; sees nothing of it.
    CHECK_EXHIBIT,
    DESTROY_EXHIBIT,
    READ_CASE,
    READ_LOOKS
}
