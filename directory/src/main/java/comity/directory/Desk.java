package comity.directory;

import comity.kernel.Language;
import java.util.List;
import java.util.Map;

/// A State's 24/7 point of contact (art. 41).
///
/// @param id short and stable within the State, for example `contact-point`
/// @param phones in E.164, first the one that is answered at night
/// @param languages spoken there, as BCP 47 tags
/// @param hours when it is staffed; empty means day and night, every day
public record Desk(
        String id,
        Map<String, String> names,
        List<String> phones,
        String mail,
        List<String> languages,
        List<OpeningHours> hours) {
    public Desk {
        names = Map.copyOf(names);
        phones = List.copyOf(phones);
        languages = List.copyOf(languages);
        hours = List.copyOf(hours);
    }

    public String name(Language language) {
        return Texts.in(language, names);
    }

    public boolean roundTheClock() {
        return hours.isEmpty();
    }
}
