package comity.directory;

import comity.kernel.Language;
import java.time.LocalDate;
import java.util.Map;

/// Days on which a State's offices are closed. Its desk answers all the same.
///
/// @param to the last day, itself included
public record Holiday(LocalDate from, LocalDate to, Map<String, String> names) {
    public Holiday {
        names = Map.copyOf(names);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A holiday ends on or after the day it begins");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public String name(Language language) {
        return Texts.in(language, names);
    }
}
