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
    READ_CASE,
    READ_LOOKS
}
