package comity.requests.preservation;

import comity.requests.Side;

/// What a person can do with a preservation request. The words are those of the API's paths; which roles may do it is
/// the safeguards' to say.
public enum Act {
    DRAFT("draft", Side.REQUESTING, comity.safeguards.Act.DRAFT),
    SEND("send", Side.REQUESTING, comity.safeguards.Act.ASK_PRESERVATION),
    ANSWER("answer", Side.REQUESTING, comity.safeguards.Act.SUPPLEMENT),
    CHOOSE_RISK("choose-risk", Side.REQUESTING, comity.safeguards.Act.CHOOSE_AFTER_RISK),
    ASK_EXTENSION("ask-extension", Side.REQUESTING, comity.safeguards.Act.ASK_EXTENSION),
    LINK_MLA("link-mla", Side.REQUESTING, comity.safeguards.Act.LINK_ASSISTANCE),
    WITHDRAW("withdraw", Side.REQUESTING, comity.safeguards.Act.WITHDRAW),

    ACKNOWLEDGE("acknowledge", Side.REQUESTED, comity.safeguards.Act.ACKNOWLEDGE),
    /// Whoever may acknowledge may take the case and write down what was judged.
    ASSESS("assess", Side.REQUESTED, comity.safeguards.Act.ACKNOWLEDGE),
    ASK_MORE("ask-more", Side.REQUESTED, comity.safeguards.Act.ASK_MORE),
    NOTICE_RISK("notice-risk", Side.REQUESTED, comity.safeguards.Act.NOTICE_RISK),
    CONSULT("consult", Side.REQUESTED, comity.safeguards.Act.CONSULT),
    REFUSE("refuse", Side.REQUESTED, comity.safeguards.Act.REFUSE_PRESERVATION),
    ORDER("order", Side.REQUESTED, comity.safeguards.Act.ORDER_PRESERVATION),
    RENEW_ORDER("renew-order", Side.REQUESTED, comity.safeguards.Act.RENEW_ORDER),
    PRESERVE("preserve", Side.REQUESTED, comity.safeguards.Act.CONFIRM_PRESERVED),
    ANSWER_EXTENSION("answer-extension", Side.REQUESTED, comity.safeguards.Act.ANSWER_EXTENSION),
    HOLD("hold", Side.REQUESTED, comity.safeguards.Act.HOLD),
    RELEASE("release", Side.REQUESTED, comity.safeguards.Act.RELEASE);

    private final String code;
    private final Side side;
    private final comity.safeguards.Act competence;

    Act(String code, Side side, comity.safeguards.Act competence) {
        this.code = code;
        this.side = side;
        this.competence = competence;
    }

    public String code() {
        return code;
    }

    public Side side() {
        return side;
    }

    /// The safeguards' word for it.
    public comity.safeguards.Act competence() {
        return competence;
    }
}
