package comity.node.demo;

import comity.kernel.Role;
import comity.kernel.StateCode;
import java.util.List;
import java.util.Locale;

/// A person of the demo: a role at a desk, never a name. The password is printed on the screen; it opens an exercise
/// and nothing else.
record DemoPerson(String signIn, Role role, String language, String password) {
    static List<DemoPerson> of(StateCode state, String language) {
        return List.of(
                person(state, Role.DUTY_OFFICER, "duty", language),
                person(state, Role.CENTRAL_AUTHORITY, "central", language),
                person(state, Role.INVESTIGATOR, "investigator", language),
                person(state, Role.OVERSIGHT, "oversight", language),
                person(state, Role.ADMINISTRATOR, "admin", language));
    }

    private static DemoPerson person(StateCode state, Role role, String word, String language) {
        String code = state.code().toLowerCase(Locale.ROOT);
        return new DemoPerson(word + "@" + code, role, language, "exercise-%s-%s".formatted(word, code));
    }
}
