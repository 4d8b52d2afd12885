package comity.requests.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was typed, by JSON pointer (`/items/0/value` → `203.0.113.77`), with ways to look at it. Nothing is changed;
/// surrounding white space is left out only when looked at.
public final class Answers {
    private static final Pattern ENTRY = Pattern.compile("/([a-zA-Z]+)/(\\d{1,4})/.*");
    private final Map<String, String> raw;

    public Answers(Map<String, String> raw) {
        this.raw = new TreeMap<>(raw);
    }

    /// The text of a field without surrounding white space; empty when nothing was typed.
    public String text(String pointer) {
        return raw.getOrDefault(pointer, "").strip();
    }

    public boolean has(String pointer) {
        return !text(pointer).isEmpty();
    }

    public boolean isYes(String pointer) {
        return text(pointer).equals("yes");
    }

    /// The chosen words of a field of kind [Kind#CHOICES].
    public List<String> words(String pointer) {
        String text = text(pointer);
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    /// A whole number, when that is what was typed.
    public Optional<Integer> number(String pointer) {
        try {
            return has(pointer) ? Optional.of(Integer.parseInt(text(pointer))) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// The numbers of the entries of a group, in order: 0 and 2 when the second of three was taken out.
    public List<Integer> entries(String group) {
        return raw.keySet().stream()
                .filter(pointer -> has(pointer))
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .filter(entry -> entry.group(1).equals(group))
                .map(entry -> Integer.parseInt(entry.group(2)))
                .distinct()
                .sorted()
                .toList();
    }

    /// Every pointer at which something was typed, empty answers included.
    public Collection<String> pointers() {
        return raw.keySet();
    }

    public Map<String, String> raw() {
        return Map.copyOf(raw);
    }
}
