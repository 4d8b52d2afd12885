package comity.requests.form;

import java.util.HashMap;
import java.util.Map;

/// Puts changed fields over a document.
public final class Changes {
    private Changes() {}

    /// An empty text clears a field.
    public static Map<String, String> merged(Map<String, String> document, Map<String, String> changes) {
        Map<String, String> merged = new HashMap<>(document);
        changes.forEach((pointer, text) -> {
            if (text.isBlank()) {
                merged.remove(pointer);
            } else {
                merged.put(pointer, text);
            }
        });
        return merged;
    }

    /// The fields that must be changed to make one document of the other; a field to clear has an empty text.
    public static Map<String, String> between(Map<String, String> document, Map<String, String> wanted) {
        Map<String, String> changes = new HashMap<>();
        wanted.forEach((pointer, text) -> {
            if (!text.equals(document.get(pointer))) {
                changes.put(pointer, text);
            }
        });
        document.keySet().stream()
                .filter(pointer -> !wanted.containsKey(pointer))
                .forEach(pointer -> changes.put(pointer, ""));
        return changes;
    }
}
