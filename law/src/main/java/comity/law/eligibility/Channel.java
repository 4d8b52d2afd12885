package comity.law.eligibility;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is asked, and in which language, as far as the register says.
///
/// @param duty the duty under which a State names that authority, for example `central-authority`
/// @param authority its name by language; empty when the State has named none
/// @param languages those in which the State accepts requests; empty when it has not said
public record Channel(String duty, Optional<Map<String, String>> authority, List<String> languages) {
    public Channel {
        languages = List.copyOf(languages);
    }
}
