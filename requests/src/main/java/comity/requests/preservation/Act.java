package comity.requests.preservation;

import static comity.kernel.Role.CENTRAL_AUTHORITY;
import static comity.kernel.Role.DUTY_OFFICER;
import static comity.kernel.Role.INVESTIGATOR;

import comity.kernel.Actor;
import comity.kernel.Role;
import comity.requests.Side;
import java.util.Set;

/// What a person can do with a preservation request, and in which roles. The words are those of the API's paths.
public enum Act {
    DRAFT("draft", Side.REQUESTING, DUTY_OFFICER, CENTRAL_AUTHORITY, INVESTIGATOR),
    SEND("send", Side.REQUESTING, DUTY_OFFICER, CENTRAL_AUTHORITY),
    ANSWER("answer", Side.REQUESTING, DUTY_OFFICER, CENTRAL_AUTHORITY),
    CHOOSE_RISK("choose-risk", Side.REQUESTING, DUTY_OFFICER, CENTRAL_AUTHORITY),
    ASK_EXTENSION("ask-extension", Side.REQUESTING, DUTY_OFFICER, CENTRAL_AUTHORITY),
    LINK_MLA("link-mla", Side.REQUESTING, CENTRAL_AUTHORITY),
    WITHDRAW("withdraw", Side.REQUESTING, DUTY_OFFICER, CENTRAL_AUTHORITY),

    ACKNOWLEDGE("acknowledge", Side.REQUESTED, DUTY_OFFICER, CENTRAL_AUTHORITY),
    ASSESS("assess", Side.REQUESTED, DUTY_OFFICER, CENTRAL_AUTHORITY),
    ASK_MORE("ask-more", Side.REQUESTED, DUTY_OFFICER, CENTRAL_AUTHORITY),
    NOTICE_RISK("notice-risk", Side.REQUESTED, DUTY_OFFICER, CENTRAL_AUTHORITY),
    CONSULT("consult", Side.REQUESTED, DUTY_OFFICER, CENTRAL_AUTHORITY),
    /// A refusal is the State's word: the central authority gives it.
    REFUSE("refuse", Side.REQUESTED, CENTRAL_AUTHORITY),
    ORDER("order", Side.REQUESTED, DUTY_OFFICER, CENTRAL_AUTHORITY),
    RENEW_ORDER("renew-order", Side.REQUESTED, DUTY_OFFICER, CENTRAL_AUTHORITY),
    PRESERVE("preserve", Side.REQUESTED, DUTY_OFFICER, CENTRAL_AUTHORITY),
    ANSWER_EXTENSION("answer-extension", Side.REQUESTED, CENTRAL_AUTHORITY),
    HOLD("hold", Side.REQUESTED, CENTRAL_AUTHORITY),
    RELEASE("release", Side.REQUESTED, DUTY_OFFICER, CENTRAL_AUTHORITY);

    private final String code;
    private final Side side;
    private final Set<Role> roles;

    Act(String code, Side side, Role... roles) {
        this.code = code;
        this.side = side;
        this.roles = Set.of(roles);
    }

    public String code() {
        return code;
    }

    public Side side() {
        return side;
    }

    /// Whether one of the person's roles allows it at all.
    public boolean isAllowedTo(Actor actor) {
        return roles.stream().anyMatch(actor::is);
    }
}
