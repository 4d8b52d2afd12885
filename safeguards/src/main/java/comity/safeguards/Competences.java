package comity.safeguards;

import comity.kernel.Actor;
import comity.kernel.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Which roles may do which act (art. 41 for the desk, art. 40(12) for the central authority).
///  The table is short and every line of it is a safeguard, so it stands here in one piece: the compiler refuses
/// an act without a line.
final class Competences {
    private final Map<Act, Set<Role>> allowed = new EnumMap<>(Act.class);

    private Competences() {
        for (Act act : Act.values()) {
            allowed.put(act, rolesFor(act));
        }
    }

    static Competences load() {
        return new Competences();
    }

    boolean allow(Actor actor, Act act) {
        Set<Role> roles = allowed.getOrDefault(act, Set.of());
        return actor.roles().stream().anyMatch(roles::contains);
    }

    private static Set<Role> rolesFor(Act act) {
        return switch (act) {
            case DRAFT -> EnumSet.of(Role.INVESTIGATOR, Role.DUTY_OFFICER, Role.CENTRAL_AUTHORITY);
            // The way abroad leads through the desk or the central authority: an investigator drafts, they send.
            case ASK_PRESERVATION,
                    SUPPLEMENT,
                    CHOOSE_AFTER_RISK,
                    ASK_EXTENSION,
                    WITHDRAW,
                    ACKNOWLEDGE,
                    ASK_MORE,
                    NOTICE_RISK,
                    CONSULT,
                    ORDER_PRESERVATION,
                    CONFIRM_PRESERVED,
                    RENEW_ORDER,
                    ANSWER_EXTENSION,
                    LINK_ASSISTANCE,
                    HOLD,
                    RELEASE,
                    ASK_EMERGENCY,
                    ANSWER_EMERGENCY -> EnumSet.of(Role.DUTY_OFFICER, Role.CENTRAL_AUTHORITY);
            case COLLECT_EXHIBIT, CHECK_EXHIBIT -> EnumSet.of(Role.DUTY_OFFICER, Role.CENTRAL_AUTHORITY);
            // Data leave a State by its central authority's hand (art. 40(12)), and end with it.
            case HAND_OVER, DESTROY_EXHIBIT -> EnumSet.of(Role.CENTRAL_AUTHORITY);
            // Who asked or gave in a hurry is not the only one to judge whether it was right.
            case REVIEW_EMERGENCY -> EnumSet.of(Role.CENTRAL_AUTHORITY);
            case OPEN_EXHIBIT -> EnumSet.of(Role.INVESTIGATOR, Role.CENTRAL_AUTHORITY);
            // The desk is not by itself the authority that says no to another State (arts 40(12), 41(4)).
            case REFUSE_PRESERVATION, DECLINE_EMERGENCY -> EnumSet.of(Role.CENTRAL_AUTHORITY);
            case READ_CASE -> EnumSet.of(Role.INVESTIGATOR, Role.DUTY_OFFICER, Role.CENTRAL_AUTHORITY, Role.OVERSIGHT);
            case READ_LOOKS -> EnumSet.of(Role.OVERSIGHT);
        };
    }
}
