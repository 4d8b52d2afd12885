package comity.safeguards;

import java.util.ArrayList;
import java.util.List;

/// The two questions that a person answers each time, before ordering and before refusing.
final class Questions {
    private static final Question SUBSTANTIAL_GROUNDS =
            new Question("substantial-grounds", "40(22)", List.of(Answer.NO, Answer.YES, Answer.UNKNOWN));
    private static final Question PROTECTED_ROLE =
            new Question("protected-role", "24(1)", List.of(Answer.NO, Answer.YES, Answer.UNKNOWN));

    private Questions() {}

    static List<Question> before(Act act) {
        return switch (act) {
            case ORDER_PRESERVATION, REFUSE_PRESERVATION, ANSWER_EXTENSION ->
                List.of(SUBSTANTIAL_GROUNDS, PROTECTED_ROLE);
            case ANSWER_EMERGENCY -> List.of(SUBSTANTIAL_GROUNDS);
            case DRAFT,
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
                    CONFIRM_PRESERVED,
                    RENEW_ORDER,
                    HOLD,
                    RELEASE,
                    ASK_EMERGENCY,
                    DECLINE_EMERGENCY,
                    REVIEW_EMERGENCY,
                    COLLECT_EXHIBIT,
                    HAND_OVER,
                    OPEN_EXHIBIT,
                    CHECK_EXHIBIT,
                    DESTROY_EXHIBIT,
                    READ_CASE,
                    READ_LOOKS -> List.of();
        };
    }

    static List<Ground> unanswered(Judgement judgement) {
        List<Ground> grounds = new ArrayList<>();
        if (judgement.substantialGrounds() == Answer.NOT_GIVEN) {
            grounds.add(new Ground("substantial-grounds-not-answered", SUBSTANTIAL_GROUNDS.provision()));
        }
        if (judgement.protectedRole() == Answer.NOT_GIVEN) {
            grounds.add(new Ground("protected-role-not-answered", PROTECTED_ROLE.provision()));
        }
        if (judgement.protectedRole() == Answer.YES && judgement.roles().isEmpty()) {
            grounds.add(new Ground("protected-role-not-named", PROTECTED_ROLE.provision()));
        }
        if (judgement.protectedRole() != Answer.YES && !judgement.roles().isEmpty()) {
            grounds.add(new Ground("protected-role-contradicted", PROTECTED_ROLE.provision()));
        }
        return grounds;
    }
}
