package comity.web.law;

import comity.law.treaty.When;
import comity.web.Page;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days for templates.
public final class Day {
    private Day() {}

    public static String of(@Nullable LocalDate day, Page page) {
        return day == null ? "" : Days.of(day, page.language());
    }

    /// A day as far as it is known, as the register writes it.
    public static String asKnown(@Nullable String when, Page page) {
        return when == null ? "" : Days.of(When.parse(when), page.language());
    }
}
