package comity.cli.file;

import java.util.Map;
import java.util.Optional;

/// A request file that could be read.
///
/// @param document the document, nested as in the file; every value is the text as it was typed
/// @param lines where each field stands: JSON pointer to line, from 1
public record RequestFile(Map<String, Object> document, Map<String, Integer> lines) {
    /// The field that names the State that is asked.
    public static final String REQUESTED = "requested";

    /// The field that names the language it is written in.
    public static final String LANGUAGE = "language";

    public RequestFile {
        lines = Map.copyOf(lines);
    }

    /// The line of a field. A field that is not in the file is where the nearest thing around it is.
    public Optional<Integer> lineOf(String pointer) {
        String nearest = pointer;
        while (!nearest.isEmpty()) {
            Integer line = lines.get(nearest);
            if (line != null) {
                return Optional.of(line);
            }
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    /// A text at the top of the document, if there is one.
    public Optional<String> text(String name) {
        return document.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
