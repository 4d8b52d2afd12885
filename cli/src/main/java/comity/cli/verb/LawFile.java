package comity.cli.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A file about the law that a person names.
final class LawFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private LawFile() {}

    /// @throws UsageFault when it cannot be read as UTF-8
    static String text(String name) {
        try {
            return Files.readString(Path.of(name));
        } catch (IOException | InvalidPathException _) {
            throw new UsageFault("usage.law-file", name);
        }
    }

    /// @throws UsageFault when it is not a JSON object
    static Map<String, Object> object(String name) {
        try {
            return JSON.readValue(text(name), OBJECT);
        } catch (JacksonException _) {
            throw new UsageFault("usage.law-json", name);
        }
    }
}
