package comity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing wrong on a page, in words, beside its field.
///
/// @param field the id of the field it belongs to; empty for the whole page
public record Trouble(String field, String text) {
    /// What is wrong with a field, or nothing.
    public static String at(List<Trouble> troubles, String field) {
        return troubles.stream()
                .filter(trouble -> trouble.field.equals(field))
                .map(Trouble::text)
                .findFirst()
                .orElse("");
    }

    /// What is wrong with the first of some fields that has something wrong.
    public static String first(List<Trouble> troubles, String... fields) {
        for (String field : fields) {
            String wrong = at(troubles, field);
            if (!wrong.isEmpty()) {
                return wrong;
            }
        }
        return "";
    }

    /// The ids of what describes a field to a screen reader; null when nothing does.
    public static @Nullable String described(String field, boolean hint, boolean wrong) {
        String ids = (hint ? field + "-hint " : "") + (wrong ? field + "-wrong" : "");
        return ids.isEmpty() ? null : ids.strip();
    }
}
