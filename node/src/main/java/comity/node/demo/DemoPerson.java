package comity.node.demo;

import comity.kernel.Role;
import comity.kernel.StateCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A person of the demo: a role at a desk, never a name. The password is printed on the screen; it opens an exercise
/// and nothing else.
///
/// @param speaksFor at the registry, the State whose mission this is
record DemoPerson(String signIn, Role role, String language, String password, Optional<StateCode> speaksFor) {
    /// The people of a State: two of the central authority, because what is sensitive is opened by two.
    static List<DemoPerson> of(StateCode state, String language) {
        String code = state.code().toLowerCase(Locale.ROOT);
        return List.of(
                person(code, Role.DUTY_OFFICER, "duty", language),
                person(code, Role.CENTRAL_AUTHORITY, "central", language),
                person(code, Role.CENTRAL_AUTHORITY, "central-2", language),
                person(code, Role.INVESTIGATOR, "investigator", language),
                person(code, Role.OVERSIGHT, "oversight", language),
                person(code, Role.ADMINISTRATOR, "admin", language));
    }

    /// The people of the registry: two of the secretariat, because nobody approves what they proposed themselves, and
    /// a mission for each State.
    static List<DemoPerson> ofTheRegistry(List<StateCode> missions) {
        String registry = "registry";
        return Stream.concat(
                        Stream.of(
                                person(registry, Role.SECRETARIAT, "secretariat", "en"),
                                person(registry, Role.SECRETARIAT, "secretariat-2", "en"),
                                person(registry, Role.ADMINISTRATOR, "admin", "en")),
                        missions.stream().map(DemoPerson::mission))
                .toList();
    }

    private static DemoPerson mission(StateCode state) {
        DemoPerson person =
                person("registry", Role.MISSION, "mission-" + state.code().toLowerCase(Locale.ROOT), "en");
        return new DemoPerson(person.signIn, person.role, person.language, person.password, Optional.of(state));
    }

    private static DemoPerson person(String at, Role role, String word, String language) {
        return new DemoPerson(word + "@" + at, role, language, "exercise-%s-%s".formatted(word, at), Optional.empty());
    }
}
