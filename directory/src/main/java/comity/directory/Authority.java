package comity.directory;

import comity.kernel.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An office of a State that answers for certain matters.
///
/// @param id short and stable within the State
/// @param phones in E.164
/// @param languages as BCP 47 tags
/// @param hours when it is open, in the State's zone; empty means always
/// @param urgentProcedure what to do when it cannot wait, by BCP 47 tag
public record Authority(
        String id,
        Map<String, String> names,
        Set<Function> functions,
        List<String> phones,
        String mail,
        List<String> languages,
        List<OpeningHours> hours,
        Map<String, String> urgentProcedure) {
    /// What an authority answers for.
    public enum Function {
        /// Day and night contact (art. 41).
        CONTACT_POINT,
        /// Mutual legal assistance (art. 40(12)).
        MUTUAL_ASSISTANCE,
        /// Extradition (art. 37).
        EXTRADITION,
        /// Recovery of property (arts 49 to 52).
        ASSET_RECOVERY,
        /// Prevention (art. 53).
        PREVENTION,
        /// Victims and witnesses (arts 33 and 34).
        VICTIMS
    }

    public Authority {
        names = Map.copyOf(names);
        functions = Set.copyOf(functions);
        phones = List.copyOf(phones);
        languages = List.copyOf(languages);
        hours = List.copyOf(hours);
        urgentProcedure = Map.copyOf(urgentProcedure);
    }

    public String name(Language language) {
        return Texts.in(language, names);
    }
}
