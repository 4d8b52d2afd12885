package comity.law.treaty;

import comity.kernel.StateCode;
import java.util.Map;
import java.util.Optional;

/// Who can be bound by a treaty of the register.
///
/// @param code ISO 3166-1 alpha-2; `EU` and the user-assigned codes of practice States are used as well
/// @param iso3 ISO 3166-1 alpha-3, or the customary three letters
/// @param names by BCP 47 tag; English is always there
public record Participant(StateCode code, String iso3, Kind kind, Region region, Map<String, String> names) {
    /// A State, or a body of States.
    public enum Kind {
        STATE,
        /// A regional economic integration organization. Its instrument is not counted (art. 65(1)).
        ORGANIZATION
    }

    /// The regional groups of the United Nations.
    public enum Region {
        AFRICA,
        ASIA_PACIFIC,
        EASTERN_EUROPE,
        LATIN_AMERICA_CARIBBEAN,
        WESTERN_EUROPE_OTHERS,
        /// In no group.
        NONE
    }

    public Participant {
        names = Map.copyOf(names);
        if (!names.containsKey("en")) {
            throw new IllegalArgumentException("a participant is named at least in English");
        }
    }

    public boolean isState() {
        return kind == Kind.STATE;
    }

    /// The name in a language, if the register holds one.
    public Optional<String> name(String tag) {
        return Optional.ofNullable(names.get(tag));
    }
}
