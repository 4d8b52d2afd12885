package comity.requests;

import java.util.Locale;

/// The stable word of a type: `NeedsMore` is `needs-more` in tables, letters and addresses.
public final class Words {
    private Words() {}

    public static String of(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
